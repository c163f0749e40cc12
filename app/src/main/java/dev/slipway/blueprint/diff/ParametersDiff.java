package dev.slipway.blueprint.diff;

import static dev.slipway.blueprint.diff.Written.shortly;

import dev.slipway.blueprint.parameters.Property;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people may fill in. */
final class ParametersDiff {

    /** What is allowed at least, and what at most. */
    private static final List<String> LEAST =
            List.of("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties");

    private static final List<String> MOST =
            List.of("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties");

    /** Rules of which nothing but their being another can be told. */
    private static final List<String> RULES = List.of(
            "pattern",
            "format",
            "multipleOf",
            "uniqueItems",
            "additionalProperties",
            "propertyNames",
            "dependentRequired",
            "dependentSchemas",
            "allOf",
            "anyOf",
            "not",
            "if",
            "then",
            "else");

    private final Telling telling;

    ParametersDiff(Telling telling) {
        this.telling = telling;
    }

    void compare(Optional<Property> before, Optional<Property> after) {
        properties(
                "",
                before.map(Property::properties).orElse(Map.of()),
                after.map(Property::properties).orElse(Map.of()));
        if (before.isPresent() && after.isPresent()) {
            rules(
                    "The parameters together",
                    before.get().definition(),
                    after.get().definition());
        }
    }

    private void properties(String path, Map<String, Property> before, Map<String, Property> after) {
        for (var name : Written.names(before, after)) {
            var was = before.get(name);
            var is = after.get(name);
            var full = path + name;
            if (was == null && is != null) {
                added(full, is);
            } else if (was != null && is == null) {
                telling.breaks("Parameter %s is gone.".formatted(full));
            } else if (was != null && is != null) {
                property(full, was, is);
            }
        }
    }

    private void added(String path, Property is) {
        if (is.required() && !is.definition().containsKey("default")) {
            telling.breaks("Parameter %s is new and has to be given.".formatted(path));
        } else if (is.definition().containsKey("default")) {
            telling.adds("Parameter %s is new, %s unless said otherwise."
                    .formatted(path, shortly(is.definition().get("default"))));
        } else {
            telling.adds("Parameter %s is new and may be left out.".formatted(path));
        }
    }

    private void property(String path, Property was, Property is) {
        if (!was.type().equals(is.type())) {
            type(path, was.type(), is.type());
        }
        presence(path, was, is);
        choices(path, was.definition(), is.definition());
        limits(path, was.definition(), is.definition());
        rules("Parameter " + path, was.definition(), is.definition());
        source(path, was.definition(), is.definition());
        words(path, was.definition(), is.definition());
        properties(path + ".", was.properties(), is.properties());
        var oldItems = was.items();
        var newItems = is.items();
        if (oldItems != null && newItems != null) {
            property(path + "[]", oldItems, newItems);
        }
    }

    private void type(String path, String was, String is) {
        if ((was.equals("integer") && is.equals("number")) || is.isEmpty()) {
            telling.adds("Parameter %s takes %s; it took %s only.".formatted(path, type(is), type(was)));
        } else {
            telling.breaks("Parameter %s takes %s; it took %s.".formatted(path, type(is), type(was)));
        }
    }

    private static String type(String type) {
        return switch (type) {
            case "" -> "several types";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "string" -> "text";
            case "boolean" -> "yes or no";
            case "array" -> "a list";
            default -> "an object";
        };
    }

    /** Whether it has to be given, and what it is when it is not. */
    private void presence(String path, Property was, Property is) {
        var before = was.definition().get("default");
        var after = is.definition().get("default");
        if (after == null && is.required() && (!was.required() || before != null)) {
            telling.breaks("Parameter %s has to be given; it could be left out.".formatted(path));
        } else if (before != null && after == null) {
            telling.breaks("Parameter %s has no default any more; it was %s.".formatted(path, shortly(before)));
        } else if (before == null && after != null) {
            defaulted(path, was, shortly(after));
        } else if (!Objects.equals(before, after)) {
            telling.breaks("Parameter %s is %s unless said otherwise; it was %s."
                    .formatted(path, shortly(after), shortly(before)));
        } else if (was.required() && !is.required() && after == null) {
            telling.adds("Parameter %s may be left out; it had to be given.".formatted(path));
        }
    }

    private void defaulted(String path, Property was, String value) {
        if (was.required()) {
            telling.adds("Parameter %s may be left out and is %s then; it had to be given.".formatted(path, value));
        } else {
            telling.breaks("Parameter %s is %s unless said otherwise; it was absent.".formatted(path, value));
        }
    }

    private void choices(String path, Map<String, Object> before, Map<String, Object> after) {
        var was = choices(before);
        var is = choices(after);
        if (was.isEmpty() && is.isEmpty()) {
            return;
        }
        if (was.isEmpty()) {
            telling.breaks("Parameter %s takes %s only; it took anything.".formatted(path, join(is.keySet())));
        } else if (is.isEmpty()) {
            telling.adds("Parameter %s takes anything; it took %s only.".formatted(path, join(was.keySet())));
        } else {
            var gone = was.keySet().stream()
                    .filter(value -> !is.containsKey(value))
                    .toList();
            var more = is.keySet().stream()
                    .filter(value -> !was.containsKey(value))
                    .toList();
            if (!gone.isEmpty()) {
                telling.breaks("Parameter %s no longer takes %s.".formatted(path, join(gone)));
            }
            if (!more.isEmpty()) {
                telling.adds("Parameter %s takes %s as well.".formatted(path, join(more)));
            }
        }
    }

    /** Allowed values, with what they are called. */
    private static Map<String, String> choices(Map<String, Object> definition) {
        var choices = new LinkedHashMap<String, String>();
        Written.list(definition.get("enum")).forEach(value -> choices.put(shortly(value), ""));
        Written.list(definition.get("oneOf")).forEach(item -> {
            var choice = Written.map(item);
            if (choice.containsKey("const")) {
                choices.put(shortly(choice.get("const")), shortly(choice.get("title")));
            }
        });
        if (definition.containsKey("const")) {
            choices.put(shortly(definition.get("const")), "");
        }
        return choices;
    }

    private void limits(String path, Map<String, Object> before, Map<String, Object> after) {
        LEAST.forEach(keyword -> limit(path, keyword, before, after, 1));
        MOST.forEach(keyword -> limit(path, keyword, before, after, -1));
    }

    /** {@code narrower} is the sign of a change that allows less. */
    private void limit(
            String path, String keyword, Map<String, Object> before, Map<String, Object> after, int narrower) {
        var was = number(before.get(keyword));
        var is = number(after.get(keyword));
        if (was.isEmpty() && is.isEmpty()) {
            return;
        }
        var limit = limit(keyword);
        if (is.isEmpty()) {
            telling.adds("Parameter %s has no limit of %s %s any more.".formatted(path, limit, was.get()));
        } else if (was.isEmpty()) {
            telling.breaks("Parameter %s has to be %s %s; it had no such limit.".formatted(path, limit, is.get()));
        } else if (is.get().compareTo(was.get()) * narrower > 0) {
            telling.breaks("Parameter %s has to be %s %s; it was %s.".formatted(path, limit, is.get(), was.get()));
        } else if (is.get().compareTo(was.get()) != 0) {
            telling.adds("Parameter %s may be %s %s; it was %s.".formatted(path, limit, is.get(), was.get()));
        }
    }

    private static String limit(String keyword) {
        return switch (keyword) {
            case "minimum" -> "at least";
            case "exclusiveMinimum" -> "more than";
            case "maximum" -> "at most";
            case "exclusiveMaximum" -> "less than";
            case "minLength", "minItems", "minProperties" -> "of a length of at least";
            default -> "of a length of at most";
        };
    }

    private static Optional<BigDecimal> number(@Nullable Object value) {
        return value instanceof Number number ? Optional.of(new BigDecimal(number.toString())) : Optional.empty();
    }

    private void rules(String what, Map<String, Object> before, Map<String, Object> after) {
        for (var rule : RULES) {
            var was = before.get(rule);
            var is = after.get(rule);
            if (Objects.equals(was, is)) {
                continue;
            }
            if (is == null || (Boolean.FALSE.equals(is) && rule.equals("uniqueItems"))) {
                telling.adds("%s: the rule '%s' is gone.".formatted(what, rule));
            } else if (was == null) {
                telling.breaks("%s: the rule '%s' is new, so that what was right may be wrong.".formatted(what, rule));
            } else {
                telling.breaks(
                        "%s: the rule '%s' is another, so that what was right may be wrong.".formatted(what, rule));
            }
        }
    }

    private void source(String path, Map<String, Object> before, Map<String, Object> after) {
        var was = List.of(shortly(before.get("x-source")), shortly(before.get("x-filter")));
        var is = List.of(shortly(after.get("x-source")), shortly(after.get("x-filter")));
        if (was.equals(is)) {
            return;
        }
        if (after.get("x-source") == null) {
            telling.adds("Parameter %s is no longer chosen from the %s.".formatted(path, was.getFirst()));
        } else if (Objects.equals(before.get("x-source"), after.get("x-source")) && after.get("x-filter") == null) {
            telling.adds("Parameter %s is chosen from all %s.".formatted(path, is.getFirst()));
        } else {
            telling.breaks("Parameter %s is chosen from the %s%s."
                    .formatted(path, is.getFirst(), after.get("x-filter") == null ? "" : " with " + is.get(1)));
        }
    }

    private void words(String path, Map<String, Object> before, Map<String, Object> after) {
        BiConsumer<String, String> compare = (keyword, word) -> {
            if (!Objects.equals(before.get(keyword), after.get(keyword))) {
                telling.changes("Parameter %s has another %s.".formatted(path, word));
            }
        };
        compare.accept("title", "title");
        compare.accept("description", "description");
        var was = choices(before);
        var is = choices(after);
        if (was.keySet().equals(is.keySet()) && !was.equals(is)) {
            telling.changes("The choices of parameter %s are called otherwise.".formatted(path));
        }
    }

    private static String join(Iterable<String> values) {
        return java.util.stream.StreamSupport.stream(values.spliterator(), false)
                .collect(Collectors.joining(", "));
    }
}
