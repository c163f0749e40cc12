package dev.slipway.blueprint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Parameters by chance that a blueprint's schema and validations allow. */
final class RandomParameters {

    private static final List<String> TEXTS = List.of(
            "plain",
            "\"quoted\" 'twice'",
            "two\nlines\r\n\tand a third",
            "${parameters.name}",
            "$(API_KEY) $$(HOME)",
            "ünïcode ✓ 👩‍🚀",
            "- a: b # c",
            "{{ x }}",
            "bell \u0007, delete \u007f, next line \u0085, line \u2028, byte order \ufeff, none \uffff",
            " ",
            "0",
            "true",
            "null");
    private static final String LETTERS = "aZ09 .,:;'\"\\/{}[]()<>$%&#@!?-_\n\tß漢";
    private static final int USUAL_LENGTH = 200;
    private static final int TRIES = 20;

    private final Blueprint blueprint;
    private final Facts facts;
    private final RandomGenerator random;

    RandomParameters(Blueprint blueprint, Facts facts, RandomGenerator random) {
        this.blueprint = blueprint;
        this.facts = facts;
        this.random = random;
    }

    /** Parameters that were checked, what was left out filled in; empty when none were found, as where no environment will do. */
    Optional<Map<String, Object>> next() {
        return IntStream.range(0, TRIES)
                .mapToObj(i -> blueprint.check(any(), facts))
                .filter(ParameterCheck::ok)
                .map(ParameterCheck::parameters)
                .findFirst();
    }

    private Map<String, Object> any() {
        var schema = blueprint.parametersSchema();
        var required = schema.get("required") instanceof List<?> list ? list : List.of();
        var parameters = new LinkedHashMap<String, Object>();
        map(schema.get("properties")).forEach((name, property) -> {
            if (required.contains(name) || random.nextInt(4) > 0) {
                value(map(property)).ifPresent(value -> parameters.put(name, value));
            }
        });
        return parameters;
    }

    /** Empty where there is nothing to choose from. */
    private Optional<Object> value(Map<String, Object> property) {
        if (property.get("enum") instanceof List<?> choices) {
            return Optional.of(one(choices));
        }
        if (property.get("oneOf") instanceof List<?> choices) {
            return Optional.ofNullable(map(one(choices)).get("const"));
        }
        if (property.get("x-source") instanceof String source) {
            return sourced(source, map(property.get("x-filter")));
        }
        return switch (String.valueOf(property.get("type"))) {
            case "integer" -> Optional.of(integer(number(property, "minimum", 0), number(property, "maximum", 100)));
            case "boolean" -> Optional.of(random.nextBoolean());
            case "string" -> Optional.of(text(property));
            default -> throw new IllegalArgumentException("no values for " + property);
        };
    }

    private Optional<Object> sourced(String source, Map<String, Object> filter) {
        var names = switch (source) {
            case "models" ->
                facts.models().values().stream()
                        .filter(model -> model.kind().equals(filter.getOrDefault("kind", model.kind())))
                        .filter(model ->
                                model.quantisation().equals(filter.getOrDefault("quantisation", model.quantisation())))
                        .map(Facts.Model::name);
            case "instances" ->
                facts.instances().values().stream()
                        .filter(instance ->
                                instance.blueprint().equals(filter.getOrDefault("blueprint", instance.blueprint())))
                        .map(Facts.Instance::name);
            default -> throw new IllegalArgumentException("no values for the source " + source);
        };
        var sorted = names.sorted().toList();
        return sorted.isEmpty() ? Optional.empty() : Optional.of(one(sorted));
    }

    private long integer(long least, long most) {
        return switch (random.nextInt(5)) {
            case 0 -> least;
            case 1 -> most;
            default -> random.nextLong(least, most + 1);
        };
    }

    private String text(Map<String, Object> property) {
        var longest = (int) number(property, "maxLength", USUAL_LENGTH);
        if (property.get("pattern") instanceof String pattern) {
            var text = new PatternTexts(pattern).next(random, longest);
            return random.nextInt(4) == 0 ? facts.cluster().registry().address() + "/" + text : text;
        }
        return random.nextInt(3) == 0 ? filled(longest) : String.valueOf(one(TEXTS));
    }

    private String filled(int length) {
        return IntStream.range(0, length)
                .collect(
                        StringBuilder::new,
                        (text, i) -> text.append(LETTERS.charAt(random.nextInt(LETTERS.length()))),
                        StringBuilder::append)
                .toString();
    }

    private static long number(Map<String, Object> property, String bound, long otherwise) {
        return property.get(bound) instanceof Number number ? number.longValue() : otherwise;
    }

    private Object one(List<?> choices) {
        return Objects.requireNonNull(choices.get(random.nextInt(choices.size())));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}
