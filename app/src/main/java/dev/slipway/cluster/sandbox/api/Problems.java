package dev.slipway.cluster.sandbox.api;

import dev.slipway.cluster.ClusterException.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What is wrong with an object, field by field. */
final class Problems {

    private final List<FieldProblem> found = new ArrayList<>();

    void add(String path, String message) {
        found.add(new FieldProblem(path, message));
    }

    void add(String path, Optional<String> message) {
        message.ifPresent(problem -> add(path, problem));
    }

    void required(String path) {
        add(path, "Required value");
    }

    /** What the schema demands and is not there, from this node downwards but for the paths to leave out. */
    void required(Type type, Object node, String path, Predicate<String> leftOut) {
        if (node instanceof List<?> items && type.isList()) {
            var index = 0;
            for (var item : items) {
                required(type.items(), item, path + "[" + index++ + "]", leftOut);
            }
        } else if (node instanceof Map<?, ?> && type.isObject()) {
            fields(type, Tree.map(node), path, leftOut);
        }
    }

    private void fields(Type type, Map<String, Object> map, String path, Predicate<String> leftOut) {
        for (var field : type.required()) {
            var child = joined(path, field.toString());
            if (!leftOut.test(child) && Tree.text(map, field.toString()).isEmpty()) {
                required(child);
            }
        }
        map.forEach((name, value) -> {
            var field = type.field(name);
            var child = joined(path, name);
            if (field != null && !leftOut.test(child)) {
                required(field, value, child, leftOut);
            }
        });
    }

    private static String joined(String path, String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    void refuse(Kind kind, Map<String, Object> object) {
        if (!found.isEmpty()) {
            throw Messages.invalid(kind, Tree.text(object, "metadata", "name"), found);
        }
    }
}
