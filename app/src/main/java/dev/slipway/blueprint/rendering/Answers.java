package dev.slipway.blueprint.rendering;

import dev.slipway.blueprint.EvaluationException;
import dev.slipway.blueprint.Facts;
import dev.slipway.blueprint.definition.Definition;
import dev.slipway.blueprint.expression.Expression;
import dev.slipway.blueprint.expression.Parts;
import dev.slipway.blueprint.expression.Reference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values for those who ask from outside: tests, and whoever explains. */
public final class Answers {

    private final Evaluation evaluation;

    public Answers(Definition definition, Map<String, Object> parameters, Facts facts) {
        this.evaluation = new Evaluation(definition, parameters, facts);
    }

    /**
     * A value, or why there is none.
     *
     * @param parts what the parts of the expression came to, as JSON, by how they are written
     */
    public record Answer(@Nullable Object value, String failure, Map<String, String> parts) {}

    public Answer of(Expression expression, Map<String, Object> more) {
        var parts = new Parts(expression);
        try {
            return new Answer(evaluation.value(expression, more, parts), "", json(parts));
        } catch (EvaluationException e) {
            return new Answer(null, String.valueOf(e.getMessage()), Map.of());
        }
    }

    private Map<String, String> json(Parts parts) {
        var json = new LinkedHashMap<String, String>();
        parts.written().forEach((part, value) -> json.put(part, CanonicalJson.of(evaluation.plain(value))));
        return json;
    }

    /** What a reference leads to, as JSON. */
    public String read(Reference reference, Map<String, Object> more) {
        @Nullable
        Object at = more.containsKey(reference.root()) ? more.get(reference.root()) : evaluation.root(reference.root());
        for (var step : reference.path()) {
            if (at instanceof Map<?, ?> map) {
                at = map.get(step);
            } else if (at instanceof List<?> list
                    && step.matches("[0-9]{1,5}")
                    && Integer.parseInt(step) < list.size()) {
                at = list.get(Integer.parseInt(step));
            } else {
                return "nothing";
            }
        }
        return at == null ? "nothing" : CanonicalJson.of(at);
    }
}
