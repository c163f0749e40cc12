package dev.slipway.catalog;

import dev.slipway.blueprint.Blueprint;
import dev.slipway.blueprint.Facts;
import dev.slipway.blueprint.FieldError;
import dev.slipway.blueprint.FormField;
import dev.slipway.blueprint.Preset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Parameters to show a blueprint with: a preset, and something fitting for whatever it leaves open. */
final class SampleParameters {

    private SampleParameters() {}

    static Map<String, Object> of(Blueprint blueprint, String preset, Facts facts) {
        var sample = new LinkedHashMap<String, Object>();
        blueprint.form().fields().stream()
                .filter(field -> field.required() && field.defaultValue() == null)
                .forEach(field -> value(field, facts).ifPresent(value -> sample.put(field.name(), value)));
        blueprint.presets().stream()
                .filter(known -> known.name().equals(preset))
                .map(Preset::parameters)
                .forEach(sample::putAll);
        return sample;
    }

    /** Something for the fields that a check has complained of and that nothing was given for. */
    static Map<String, Object> completed(
            Blueprint blueprint, Map<String, Object> sample, List<FieldError> errors, Facts facts) {
        var completed = new LinkedHashMap<>(sample);
        errors.stream()
                .flatMap(error -> blueprint.form().field(error.path()).stream())
                .filter(field -> !sample.containsKey(field.name()))
                .forEach(field -> value(field, facts).ifPresent(value -> completed.put(field.name(), value)));
        return completed;
    }

    private static Optional<Object> value(FormField field, Facts facts) {
        if ("models".equals(field.source())) {
            return smallestModel(field, facts);
        }
        if (!field.choices().isEmpty()) {
            return Optional.of(field.choices().getFirst().value());
        }
        return switch (field.type()) {
            case STRING -> Optional.of(text(field, facts));
            case INTEGER ->
                Optional.of(field.minimum() == null ? 1L : field.minimum().longValue());
            case NUMBER ->
                Optional.of(field.minimum() == null ? 1.0 : field.minimum().doubleValue());
            case BOOLEAN -> Optional.of(false);
            case LIST, OBJECT -> Optional.empty();
        };
    }

    /** What the author put into the empty field, at home: {@code registry.example/data:v1} in the registry of the house. */
    private static String text(FormField field, Facts facts) {
        var example = Objects.requireNonNullElse(field.placeholder(), "example");
        return example.startsWith("registry.example/")
                ? facts.cluster().registry().address() + example.substring(example.indexOf('/'))
                : example;
    }

    private static Optional<Object> smallestModel(FormField field, Facts facts) {
        var kind = field.sourceFilter().get("kind");
        return facts.models().values().stream()
                .filter(model -> kind == null || kind.equals(model.kind()))
                .min(Comparator.comparingLong(Facts.Model::weightsBytes).thenComparing(Facts.Model::name))
                .map(Facts.Model::name);
    }
}
