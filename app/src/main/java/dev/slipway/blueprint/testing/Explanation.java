package dev.slipway.blueprint.testing;

import dev.slipway.blueprint.Facts;
import dev.slipway.blueprint.definition.Definition;
import dev.slipway.blueprint.expression.Expression;
import dev.slipway.blueprint.expression.Reference;
import dev.slipway.blueprint.rendering.Answers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why an assertion does not hold: the expression, and the value of each thing that it reads. */
final class Explanation {

    private static final int LONGEST = 2_000;

    private final Answers answers;

    Explanation(Definition definition, Map<String, Object> parameters, Facts facts) {
        this.answers = new Answers(definition, parameters, facts);
    }

    Optional<String> of(Expression rule, Map<String, Object> roots) {
        var answer = answers.of(rule, roots);
        if (Boolean.TRUE.equals(answer.value())) {
            return Optional.empty();
        }
        var values = new LinkedHashMap<String, String>();
        answer.parts().forEach((part, value) -> values.put(part, shortened(value)));
        rule.references()
                .forEach(reference -> values.put(written(reference), shortened(answers.read(reference, roots))));
        var failure = answer.failure().isEmpty() ? "is " + answer.value() : answer.failure();
        return Optional.of(values.entrySet().stream()
                .map(value -> "\n  %s = %s".formatted(value.getKey(), value.getValue()))
                .collect(Collectors.joining("", rule.source().strip() + " " + failure, "")));
    }

    private static String written(Reference reference) {
        var written = new StringBuilder(reference.root());
        for (var step : reference.path()) {
            written.append(step.matches("[a-zA-Z_]\\w*") ? "." + step : "['" + step + "']");
        }
        return written.toString();
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + " …" : text;
    }
}
