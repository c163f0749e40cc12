package dev.slipway.blueprint.parameters;

import dev.slipway.blueprint.source.Diagnostics;
import dev.slipway.blueprint.source.YamlNode;
import dev.slipway.blueprint.source.YamlReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns what an HTML form sends into typed parameters. */
public final class FormInput {

    private FormInput() {}

    public static Map<String, Object> parse(Map<String, List<String>> input, ParameterSchema schema) {
        var parameters = new LinkedHashMap<String, Object>();
        schema.root().properties().forEach((name, property) -> {
            var sent = input.getOrDefault(name, List.of());
            var value = property.type().equals("boolean")
                    ? truth(sent, input.containsKey("_" + name))
                    : value(property, sent);
            if (value != null) {
                parameters.put(name, value);
            }
        });
        return parameters;
    }

    /** A box that is not ticked sends nothing: its marker, or a hidden value before it, tells that it was there. */
    private static @Nullable Boolean truth(List<String> sent, boolean marked) {
        if (sent.isEmpty()) {
            return marked ? Boolean.FALSE : null;
        }
        var last = sent.getLast();
        return last.equals("true") || last.equals("on") || last.equals("1");
    }

    private static @Nullable Object value(Property property, List<String> sent) {
        var filled =
                sent.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
        if (filled.isEmpty()) {
            return null;
        }
        return switch (property.type()) {
            case "array" -> list(property, filled);
            case "integer", "number" -> number(filled.getLast());
            case "string" -> filled.getLast().replace("\r\n", "\n");
            default -> structured(filled.getLast());
        };
    }

    private static List<Object> list(Property property, List<String> filled) {
        var items = property.items();
        var numbers =
                items != null && (items.type().equals("integer") || items.type().equals("number"));
        return filled.stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> numbers ? number(line) : line)
                .toList();
    }

    private static Object number(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            return decimal(text);
        }
    }

    private static Object decimal(String text) {
        try {
            var number = Double.valueOf(text);
            return number.isNaN() || number.isInfinite() ? text : number;
        } catch (NumberFormatException e) {
            return text;
        }
    }

    private static Object structured(String text) {
        var read = YamlReader.read("form", text, new Diagnostics()).map(YamlNode::plain);
        return read.isPresent() ? read.get() : text;
    }
}
