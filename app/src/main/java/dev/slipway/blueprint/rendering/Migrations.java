package dev.slipway.blueprint.rendering;

import dev.slipway.blueprint.EvaluationException;
import dev.slipway.blueprint.Facts;
import dev.slipway.blueprint.Migration;
import dev.slipway.blueprint.definition.Definition;
import dev.slipway.blueprint.expression.Plain;
import dev.slipway.blueprint.expression.Template;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semver4j.Semver;

/** Takes the steps from an older version. */
public final class Migrations {

    private Migrations() {}

    public static Migration migrate(Definition definition, String fromVersion, Map<String, Object> given, Facts facts) {
        var version = new Semver(fromVersion);
        var steps = definition.upgrades().stream()
                .filter(step -> version.satisfies(step.range()))
                .toList();
        var old = Labels.map(Plain.widen(given));
        if (steps.isEmpty()) {
            return new Migration(old, List.of());
        }
        var parameters = new LinkedHashMap<>(old);
        if (!definition.schema().root().definition().containsKey("additionalProperties")) {
            parameters.keySet().retainAll(definition.schema().names());
        }
        var evaluation = new Evaluation(old, facts);
        for (var step : steps) {
            step.set().forEach((name, template) -> {
                var value = value(evaluation, name, template);
                if (value == null) {
                    parameters.remove(name);
                } else {
                    parameters.put(name, value);
                }
            });
        }
        return new Migration(
                parameters,
                steps.stream()
                        .map(Migrations::note)
                        .filter(note -> !note.isEmpty())
                        .toList());
    }

    private static @Nullable Object value(Evaluation evaluation, String name, Template template) {
        try {
            return evaluation.value(template);
        } catch (EvaluationException e) {
            throw new EvaluationException(
                    e.code(),
                    e.path(),
                    "The upgrade finds no value for the parameter '%s': %s".formatted(name, e.getMessage()));
        }
    }

    private static String note(Definition.Upgrade step) {
        if (!step.note().isBlank() || step.set().isEmpty()) {
            return step.note().strip();
        }
        return "The upgrade sets %s.".formatted(String.join(", ", step.set().keySet()));
    }
}
