package dev.slipway.catalog;

import dev.slipway.blueprint.Blueprint;
import dev.slipway.blueprint.Facts;
import dev.slipway.blueprint.FormField;
import dev.slipway.blueprint.Preset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
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

    private static Optional<Object> value(FormField field, Facts facts) {
        if ("models".equals(field.source())) {
            return smallestModel(field, facts);
        }
        if (!field.choices().isEmpty()) {
            return Optional.of(field.choices().getFirst().value());
        }
        return switch (field.type()) {
            case STRING -> Optional.of("example");
            case INTEGER ->
                Optional.of(field.minimum() == null ? 1L : field.minimum().longValue());
            case NUMBER ->
                Optional.of(field.minimum() == null ? 1.0 : field.minimum().doubleValue());
            case BOOLEAN -> Optional.of(false);
            case LIST, OBJECT -> Optional.empty();
        };
    }

    private static Optional<Object> smallestModel(FormField field, Facts facts) {
        var kind = field.sourceFilter().get("kind");
        return facts.models().values().stream()
                .filter(model -> kind == null || kind.equals(model.kind()))
                .min(Comparator.comparingLong(Facts.Model::weightsBytes).thenComparing(Facts.Model::name))
                .map(Facts.Model::name);
    }
}
