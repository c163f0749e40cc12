package dev.slipway.blueprint.parameters;

import dev.slipway.blueprint.FormField.Choice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The allowed values of a property, from {@code enum} with {@code x-labels} or from {@code oneOf} of constants. */
final class Choices {

    /** An allowed value. */
    record Allowed(Object raw, Choice choice) {}

    private Choices() {}

    static List<Allowed> of(Map<String, Object> definition) {
        if (definition.get("enum") instanceof List<?> values) {
            var labels = definition.get("x-labels") instanceof Map<?, ?> map ? map : Map.of();
            return values.stream()
                    .map(value -> {
                        var text = String.valueOf(value);
                        var label = labels.get(text);
                        return new Allowed(value, new Choice(text, label == null ? text : String.valueOf(label), ""));
                    })
                    .toList();
        }
        return definition.get("oneOf") instanceof List<?> alternatives && areConstants(alternatives)
                ? alternatives.stream().map(Choices::constant).toList()
                : List.of();
    }

    private static boolean areConstants(List<?> alternatives) {
        return !alternatives.isEmpty()
                && alternatives.stream().allMatch(item -> item instanceof Map<?, ?> map && map.containsKey("const"));
    }

    private static Allowed constant(Object alternative) {
        var map = (Map<?, ?>) alternative;
        var raw = map.get("const");
        if (raw == null) {
            throw new IllegalArgumentException("a constant has a value");
        }
        var text = String.valueOf(raw);
        var title = map.get("title");
        var description = map.get("description");
        return new Allowed(
                raw,
                new Choice(
                        text,
                        title == null ? text : String.valueOf(title),
                        description == null ? "" : String.valueOf(description)));
    }

    /**
     * The same schema for the validator: {@code oneOf} of constants written as {@code enum}, which gives one error and not
     * several, and without the hints for forms.
     */
    static Map<String, Object> asEnum(Map<String, Object> schema) {
        var copy = new LinkedHashMap<String, Object>();
        schema.forEach((key, value) -> {
            if (key.equals("oneOf") && value instanceof List<?> alternatives && areConstants(alternatives)) {
                copy.put(
                        "enum",
                        alternatives.stream().map(item -> constant(item).raw()).toList());
            } else if (!key.startsWith("x-")) {
                copy.put(key, convert(value));
            }
        });
        return copy;
    }

    @SuppressWarnings("unchecked")
    private static Object convert(Object value) {
        if (value instanceof Map<?, ?> map) {
            return asEnum((Map<String, Object>) map);
        }
        if (value instanceof List<?> list) {
            var copy = new ArrayList<Object>();
            list.forEach(item -> copy.add(convert(item)));
            return copy;
        }
        return value;
    }
}
