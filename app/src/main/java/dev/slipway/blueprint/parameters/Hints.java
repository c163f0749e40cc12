package dev.slipway.blueprint.parameters;

import dev.slipway.blueprint.source.Code;
import dev.slipway.blueprint.source.Diagnostics;
import dev.slipway.blueprint.source.Suggestion;
import dev.slipway.blueprint.source.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks what a parameter says to the form, which would otherwise leave out what it does not understand. */
final class Hints {

    private static final Map<String, String> TYPES = Map.of(
            "x-source", "text",
            "x-filter", "a mapping",
            "x-widget", "text",
            "x-unit", "text",
            "x-placeholder", "text",
            "x-labels", "a mapping",
            "x-advanced", "true or false",
            "x-when", "a mapping",
            "x-pattern-message", "text");
    private static final List<String> SOURCES = List.of("models", "instances");
    private static final List<String> WIDGETS = List.of("slider", "radio", "segmented", "select", "textarea");
    private static final Set<String> OF_CHOICES = Set.of("radio", "segmented", "select");

    private final Property root;
    private final Diagnostics diagnostics;

    Hints(Property root, Diagnostics diagnostics) {
        this.root = root;
        this.diagnostics = diagnostics;
    }

    void check(YamlNode.Mapping properties) {
        root.properties().forEach((name, property) -> {
            if (properties.get(name).orElse(null) instanceof YamlNode.Mapping written) {
                written.fields().forEach((keyword, field) -> check(property, keyword, field));
            }
        });
    }

    private void check(Property property, String keyword, YamlNode.Field field) {
        if (!keyword.startsWith("x-") || field.value().plain() == null) {
            return;
        }
        var type = TYPES.get(keyword);
        if (type == null) {
            unknown(keyword, field);
        } else if (!isOf(type, field.value())) {
            diagnostics.error(Code.S003, field.value().place(), "'%s' must be %s.".formatted(keyword, type));
        } else {
            switch (keyword) {
                case "x-source" -> choice(field.value(), SOURCES);
                case "x-widget" -> widget(property, field.value());
                case "x-when" -> when((YamlNode.Mapping) field.value());
                default -> {}
            }
        }
    }

    private static boolean isOf(String type, YamlNode value) {
        return switch (type) {
            case "text" -> value.plain() instanceof String;
            case "true or false" -> value.plain() instanceof Boolean;
            default -> value instanceof YamlNode.Mapping;
        };
    }

    /** One of another tool's does no harm; one that is nearly ours is misspelt. */
    private void unknown(String keyword, YamlNode.Field field) {
        var fix = Suggestion.nearest(keyword, TYPES.keySet());
        if (fix.isPresent()) {
            diagnostics.error(
                    Code.S001,
                    field.place(),
                    "There is no hint '%s' for the form.%s".formatted(keyword, Suggestion.didYouMean(fix)),
                    fix);
        } else {
            diagnostics.warning(Code.S001, field.place(), "The form does not know '%s'.".formatted(keyword));
        }
    }

    private boolean choice(YamlNode value, List<String> allowed) {
        return diagnostics.isOneOf(value.place(), String.valueOf(value.plain()), allowed);
    }

    private void widget(Property property, YamlNode value) {
        if (!choice(value, WIDGETS)) {
            return;
        }
        var word = String.valueOf(value.plain());
        var isChoice = !Choices.of(property.definition()).isEmpty();
        if (OF_CHOICES.contains(word) && !isChoice) {
            unfit(value, word, "a parameter with choices");
        } else if (word.equals("slider") && !Set.of("integer", "number").contains(property.type())) {
            unfit(value, word, "a number");
        } else if (word.equals("textarea") && (isChoice || !property.type().equals("string"))) {
            unfit(value, word, "text");
        }
    }

    private void unfit(YamlNode value, String word, String what) {
        diagnostics.error(Code.S004, value.place(), "'%s' is for %s.".formatted(word, what));
    }

    private void when(YamlNode.Mapping when) {
        var properties = root.properties();
        when.fields().forEach((name, field) -> {
            var other = properties.get(name);
            if (other == null) {
                var fix = Suggestion.nearest(name, properties.keySet());
                diagnostics.error(
                        Code.E003,
                        field.place(),
                        "There is no parameter '%s'.%s".formatted(name, Suggestion.didYouMean(fix)),
                        fix);
            } else if (field.value() instanceof YamlNode.Sequence several) {
                several.items().forEach(value -> when(other, value));
            } else {
                when(other, field.value());
            }
        });
    }

    /** A list has the value as one of its items. */
    private void when(Property other, YamlNode value) {
        var items =
                Optional.ofNullable(other.items()).filter(found -> other.type().equals("array"));
        var schema = Schemas.of(Choices.asEnum(items.orElse(other).definition()));
        if (!Schemas.validate(schema, value.plain()).isEmpty()) {
            diagnostics.error(Code.S004, value.place(), "'%s' is never '%s'.".formatted(other.name(), value.plain()));
        }
    }
}
