package dev.slipway.bench;

import dev.slipway.blueprint.Blueprint;
import dev.slipway.blueprint.Examples;
import dev.slipway.blueprint.Facts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Parameters by chance that a blueprint's schema and validations allow. */
final class RandomParameters {

    private static final List<String> TEXTS = List.of(
            "plain",
            "\"quoted\" 'twice'",
            "two\nlines",
            "${parameters.name}",
            "ünïcode ✓",
            "- a: b # c",
            "{{ x }}",
            "0");
    private static final int TRIES = 200;

    private final Blueprint blueprint;
    private final Facts facts;
    private final RandomGenerator random;

    RandomParameters(Blueprint blueprint, Facts facts, RandomGenerator random) {
        this.blueprint = blueprint;
        this.facts = facts;
        this.random = random;
    }

    /** Parameters that were checked; refuses when none were found. */
    Map<String, Object> next() {
        for (int i = 0; i < TRIES; i++) {
            var check = blueprint.check(any(), facts);
            if (check.ok()) {
                return check.parameters();
            }
        }
        throw new IllegalStateException(
                "no parameters for " + blueprint.descriptor().name());
    }

    private Map<String, Object> any() {
        var schema = blueprint.parametersSchema();
        var required = schema.get("required") instanceof List<?> list ? list : List.of();
        var examples = Examples.of(blueprint.descriptor().name());
        var parameters = new LinkedHashMap<String, Object>();
        map(schema.get("properties")).forEach((name, property) -> {
            if (required.contains(name) || random.nextInt(4) > 0) {
                value(map(property))
                        .or(() -> Optional.ofNullable(examples.get(name)))
                        .ifPresent(value -> parameters.put(name, value));
            }
        });
        return parameters;
    }

    private Optional<Object> value(Map<String, Object> property) {
        if (property.get("enum") instanceof List<?> choices) {
            return Optional.of(one(choices));
        }
        if (property.get("oneOf") instanceof List<?> choices) {
            return Optional.ofNullable(map(one(choices)).get("const"));
        }
        if ("models".equals(property.get("x-source"))) {
            return Optional.of(one(List.copyOf(facts.models().keySet())));
        }
        if (property.containsKey("x-source") || property.containsKey("pattern")) {
            return Optional.empty();
        }
        return switch (String.valueOf(property.get("type"))) {
            case "integer" ->
                Optional.of(random.nextLong(number(property, "minimum", 0), number(property, "maximum", 100) + 1));
            case "boolean" -> Optional.of(random.nextBoolean());
            case "string" -> Optional.of(one(TEXTS));
            default -> Optional.empty();
        };
    }

    private static long number(Map<String, Object> property, String bound, long otherwise) {
        return property.get(bound) instanceof Number number ? number.longValue() : otherwise;
    }

    private Object one(List<?> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}
