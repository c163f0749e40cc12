package dev.slipway.blueprint.parameters;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One property of the parameters, its references resolved.
 *
 * @param definition its part of the schema
 */
public record Property(String name, Map<String, Object> definition, boolean required) {

    private static final Set<String> OTHER_BOUNDS = Set.of(
            "const",
            "format",
            "multipleOf",
            "exclusiveMaximum",
            "exclusiveMinimum",
            "allOf",
            "anyOf",
            "oneOf",
            "not",
            "if",
            "dependentSchemas",
            "x-source");
    private static final Pattern CHARACTER = Pattern.compile("\\\\.|\\[\\^?]?[^]]*]");
    private static final Pattern REPETITION = Pattern.compile("[*+]|\\{\\d*,}");

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

    /**
     * How many characters its longest value has when it is written down: {@code Long.MAX_VALUE} when there is no longest one,
     * and empty when the schema bounds it in a way that tells no number.
     */
    public OptionalLong longest() {
        var choices = Choices.of(definition);
        if (!choices.isEmpty()) {
            return choices.stream()
                    .mapToLong(choice -> choice.choice().value().length())
                    .max();
        }
        if (isBoundedOtherwise()) {
            return OptionalLong.empty();
        }
        return switch (type()) {
            case "string" -> OptionalLong.of(number("maxLength", Long.MAX_VALUE));
            case "integer" ->
                OptionalLong.of(
                        Math.max(digits(number("minimum", Long.MIN_VALUE)), digits(number("maximum", Long.MAX_VALUE))));
            default -> OptionalLong.empty();
        };
    }

    /** Whether keywords other than the simple ones say what it may be; also of an object, of which they may bound any property. */
    public boolean isBoundedOtherwise() {
        return !Collections.disjoint(definition.keySet(), OTHER_BOUNDS)
                || text("pattern").filter(pattern -> !isOpen(pattern)).isPresent();
    }

    /** Whether texts of any length fit the pattern, as far as it lets itself be read without its escapes and classes. */
    private static boolean isOpen(String pattern) {
        return !pattern.startsWith("^")
                || !pattern.endsWith("$")
                || REPETITION
                        .matcher(CHARACTER.matcher(pattern).replaceAll("x"))
                        .find();
    }

    private long number(String bound, long otherwise) {
        return definition.get(bound) instanceof Number number ? number.longValue() : otherwise;
    }

    private static int digits(long number) {
        return String.valueOf(number).length();
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
