package dev.slipway.cluster.sandbox.api;

import dev.slipway.cluster.ClusterException;
import dev.slipway.cluster.ClusterException.FieldProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Finds unknown fields and values of the wrong type, as strict field validation does. */
final class TypeCheck {

    private final List<FieldProblem> problems = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final List<String> notConverted = new ArrayList<>();

    private TypeCheck() {}

    static void require(Kind kind, Type type, Map<String, Object> content) {
        var check = new TypeCheck();
        check.visit(type, content, "");
        var what = "(%s/%s; %s, Kind=%s)"
                .formatted(
                        Tree.text(content, "metadata", "namespace"),
                        Tree.text(content, "metadata", "name"),
                        (kind.group().isEmpty() ? "/" : "") + kind.apiVersion(),
                        kind.kind());
        if (!check.problems.isEmpty()) {
            var details = check.told.size() == 1 ? check.told.getFirst() : "errors:";
            throw new ClusterException.Invalid(
                    "failed to create typed patch object %s: %s".formatted(what, details), check.problems);
        }
        if (!check.notConverted.isEmpty()) {
            throw new ClusterException.Invalid(
                    ("failed to convert new object %s to proper version: unable to convert unstructured object to %s,"
                                    + " Kind=%s: %s")
                            .formatted(
                                    what,
                                    (kind.group().isEmpty() ? "/" : "") + kind.apiVersion(),
                                    kind.kind(),
                                    check.notConverted.getFirst()),
                    List.of());
        }
    }

    private void visit(Type type, Object value, String path) {
        switch (type.shape()) {
            case TEXT -> {
                expect(value instanceof String, "string", value, path);
                if (type.format().equals("byte") && value instanceof String text) {
                    requireBase64(text);
                }
            }
            case NUMBER -> {
                expect(value instanceof Number, "numeric (int or float)", value, path);
                if (value instanceof Double && type.isWhole()) {
                    notConverted.add("cannot convert float64 to " + type.format());
                }
            }
            case TRUTH -> expect(value instanceof Boolean, "boolean", value, path);
            case QUANTITY -> {
                expect(!isNested(value), "any scalar", value, path);
                if (!isNested(value) && !Quantities.isValid(value)) {
                    notConverted.add(Quantities.RULE);
                }
            }
            case ANY -> {}
            case FIELDS, ATOMIC, KEYED_LIST, SET -> visitNested(type, value, path);
        }
    }

    private void visitNested(Type type, Object value, String path) {
        if (type.isList()) {
            if (value instanceof List<?>) {
                visitItems(type, Tree.list(value), path);
            } else {
                expect(false, "list", value, path);
            }
        } else if (value instanceof Map<?, ?>) {
            visitFields(type, Tree.map(value), path);
        } else {
            expect(false, "map", value, path);
        }
    }

    private void visitFields(Type type, Map<String, Object> value, String path) {
        value.forEach((name, child) -> {
            var field = type.field(name);
            if (field != null) {
                visit(field, child, path + "." + name);
            } else if (!type.isFreeForm()) {
                add(path + "." + name, "field not declared in schema");
            }
        });
    }

    private void visitItems(Type type, List<Object> items, String path) {
        var seen = new HashSet<String>();
        for (var index = 0; index < items.size(); index++) {
            var item = items.get(index);
            var element = "[" + index + "]";
            if (type.shape() == Type.Shape.KEYED_LIST && item instanceof Map<?, ?>) {
                var key = Fields.element(type, item);
                if (key.isEmpty()) {
                    add(
                            path,
                            "element %d: associative list with keys has an element that omits all key fields"
                                    .formatted(index));
                    return;
                }
                element = key.get();
                if (!seen.add(element)) {
                    add(path, "duplicate entries for key " + element);
                }
            }
            visit(type.items(), item, path + element);
        }
    }

    private void expect(boolean met, String expected, Object value, String path) {
        if (met) {
            return;
        }
        var shown = value instanceof String text && expected.equals("string") ? '"' + text + '"' : value;
        switch (expected) {
            case "string" ->
                add(
                        path,
                        "expected string, got " + shown,
                        "expected string, got &value.valueUnstructured{Value:%s}".formatted(shown));
            case "numeric (int or float)" -> add(path, "expected %s, got %s".formatted(expected, goType(value)));
            default -> add(path, "expected %s, got &{%s}".formatted(expected, goValue(value)));
        }
    }

    private static String goType(Object value) {
        if (value instanceof String) {
            return "string";
        }
        if (value instanceof Boolean) {
            return "bool";
        }
        return value instanceof List<?> ? "[]interface {}" : "map[string]interface {}";
    }

    private static String goValue(Object value) {
        return switch (value) {
            case List<?> list ->
                "[" + String.join(" ", list.stream().map(TypeCheck::goValue).toList()) + "]";
            case Map<?, ?> map ->
                "map["
                        + String.join(
                                " ",
                                map.entrySet().stream()
                                        .map(entry -> entry.getKey() + ":" + goValue(entry.getValue()))
                                        .toList())
                        + "]";
            default -> value.toString();
        };
    }

    private void requireBase64(String text) {
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (!Character.isLetterOrDigit(letter) && "+/=\n\r".indexOf(letter) < 0) {
                notConverted.add("error decoding from json: illegal base64 data at input byte " + i);
                return;
            }
        }
    }

    private static boolean isNested(Object value) {
        return value instanceof Map<?, ?> || value instanceof List<?>;
    }

    private void add(String path, String message) {
        add(path, message, message);
    }

    private void add(String path, String message, String asTold) {
        problems.add(new FieldProblem(path.startsWith(".") ? path.substring(1) : path, message));
        told.add(path + ": " + asTold);
    }
}
