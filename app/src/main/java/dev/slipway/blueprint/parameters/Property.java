package dev.slipway.blueprint.parameters;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One property of the parameters, its references resolved.
 *
 * @param definition its part of the schema
 */
public record Property(String name, Map<String, Object> definition, boolean required) {

    public String title() {
        return text("title").orElse(name);
    }

    /** The one type, or empty text when there is none or there are several. */
    public String type() {
        if (definition.get("type") instanceof String type) {
            return type;
        }
        var choices = Choices.of(definition);
        if (!choices.isEmpty() && choices.stream().allMatch(choice -> choice.raw() instanceof String)) {
            return "string";
        }
        return !choices.isEmpty() && choices.stream().allMatch(choice -> choice.raw() instanceof Long) ? "integer" : "";
    }

    /** Whether it is there in all parameters that were completed and checked. */
    public boolean isCertain() {
        return required || definition.containsKey("default");
    }

    public Map<String, Property> properties() {
        if (!(definition.get("properties") instanceof Map<?, ?> properties)) {
            return Map.of();
        }
        var required = definition.get("required") instanceof List<?> list ? list : List.of();
        var found = new LinkedHashMap<String, Property>();
        properties.forEach((key, value) -> {
            if (value instanceof Map<?, ?> map) {
                found.put(String.valueOf(key), new Property(String.valueOf(key), texts(map), required.contains(key)));
            }
        });
        return Collections.unmodifiableMap(found);
    }

    public @Nullable Property items() {
        return definition.get("items") instanceof Map<?, ?> items ? new Property(name, texts(items), true) : null;
    }

    public Optional<String> text(String keyword) {
        return definition.get(keyword) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    @SuppressWarnings("unchecked")
    public Map<String, Object> map(String keyword) {
        return definition.get(keyword) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> texts(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }
}
