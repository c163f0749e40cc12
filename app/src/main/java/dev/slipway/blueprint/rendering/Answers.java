package dev.slipway.blueprint.rendering;

import dev.slipway.blueprint.EvaluationException;
import dev.slipway.blueprint.Facts;
import dev.slipway.blueprint.definition.Definition;
import dev.slipway.blueprint.expression.Expression;
import dev.slipway.blueprint.expression.Reference;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values for those who ask from outside: tests, and whoever explains. */
public final class Answers {

    private final Evaluation evaluation;

    public Answers(Definition definition, Map<String, Object> parameters, Facts facts) {
        this.evaluation = new Evaluation(definition, parameters, facts);
    }

    /** A value, or why there is none. */
    public record Answer(@Nullable Object value, String failure) {}

    public Answer of(Expression expression, Map<String, Object> more) {
        try {
            return new Answer(evaluation.value(expression, more), "");
        } catch (EvaluationException e) {
            return new Answer(null, String.valueOf(e.getMessage()));
        }
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
