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

    private TypeCheck() {}

    static void require(Kind kind, Type type, Map<String, Object> content) {
        var check = new TypeCheck();
        check.visit(type, content, "");
        if (check.problems.isEmpty()) {
            return;
        }
        var first = check.problems.getFirst();
        var details = check.problems.size() == 1 ? "." + first.path() + ": " + first.message() : "errors:";
        throw new ClusterException.Invalid(
                "failed to create typed patch object (%s/%s; %s, Kind=%s): %s"
                        .formatted(
                                Tree.text(content, "metadata", "namespace"),
                                Tree.text(content, "metadata", "name"),
                                kind.apiVersion(),
                                kind.kind(),
                                details),
                check.problems);
    }

    private void visit(Type type, Object value, String path) {
        switch (type.shape()) {
            case TEXT -> expect(value instanceof String, "string", value, path);
            case NUMBER -> expect(value instanceof Number, "numeric (int or float)", value, path);
            case TRUTH -> expect(value instanceof Boolean, "boolean", value, path);
            case QUANTITY -> expect(!isNested(value), "any scalar", value, path);
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
        if (!met) {
            add(path, "expected %s, got %s".formatted(expected, described(expected, value)));
        }
    }

    private static String described(String expected, Object value) {
        if (expected.startsWith("numeric")) {
            return goType(value);
        }
        return value.toString();
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

    private static boolean isNested(Object value) {
        return value instanceof Map<?, ?> || value instanceof List<?>;
    }

    private void add(String path, String message) {
        problems.add(new FieldProblem(path.startsWith(".") ? path.substring(1) : path, message));
    }
}
