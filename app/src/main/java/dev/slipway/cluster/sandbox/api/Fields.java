package dev.slipway.cluster.sandbox.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** An object taken apart into its fields, as server-side apply counts them. */
final class Fields {

    /** Never owned through an apply. */
    private static final Set<String> IDENTITY = Set.of(
            ".apiVersion",
            ".kind",
            ".status",
            ".metadata",
            ".metadata.name",
            ".metadata.namespace",
            ".metadata.uid",
            ".metadata.resourceVersion",
            ".metadata.creationTimestamp",
            ".metadata.generation",
            ".metadata.deletionTimestamp");

    private final Set<String> paths = new TreeSet<>();
    private final Map<String, Object> leaves = new LinkedHashMap<>();

    private Fields() {}

    static Fields of(Type type, Map<String, Object> content) {
        var fields = new Fields();
        fields.enter(type, content, "");
        return fields;
    }

    /** Every field, interior ones too. */
    Set<String> paths() {
        return paths;
    }

    /** The fields that are taken as a whole, with their values. */
    Map<String, Object> leaves() {
        return leaves;
    }

    private void enter(Type type, Object value, String path) {
        if (IDENTITY.contains(path) && !path.equals(".metadata")) {
            return;
        }
        if (!path.isEmpty() && !path.equals(".metadata")) {
            paths.add(path.intern());
        }
        switch (type.shape()) {
            case FIELDS -> enterFields(type, Tree.map(value), path);
            case KEYED_LIST, SET -> enterItems(type, Tree.list(value), path);
            case TEXT, NUMBER, TRUTH, QUANTITY, ANY, ATOMIC -> leaves.put(path, value);
        }
    }

    private void enterFields(Type type, Map<String, Object> value, String path) {
        if (value.isEmpty()) {
            leaves.put(path, value);
        }
        value.forEach((name, child) -> {
            var field = type.field(name);
            if (field != null) {
                enter(field, child, path + "." + name);
            }
        });
    }

    private void enterItems(Type type, List<Object> items, String path) {
        if (items.isEmpty()) {
            leaves.put(path, items);
        }
        for (var item : items) {
            element(type, item).ifPresent(element -> {
                if (type.shape() == Type.Shape.SET) {
                    paths.add((path + element).intern());
                    leaves.put(path + element, item);
                } else {
                    enter(type.items(), item, path + element);
                }
            });
        }
    }

    /** How an item of a list is told apart: {@code [name="main"]}; empty when its keys are all missing. */
    static Optional<String> element(Type list, Object item) {
        if (list.shape() == Type.Shape.SET) {
            return Optional.of("[=" + quoted(item) + "]");
        }
        var keys = new TreeSet<String>();
        for (var key : list.keys()) {
            var value = Tree.at(item, key);
            if (value == null) {
                value = list.items().defaultOf(key);
            }
            if (value != null) {
                keys.add(key + "=" + quoted(value));
            }
        }
        return keys.isEmpty() ? Optional.empty() : Optional.of("[" + String.join(",", keys) + "]");
    }

    private static String quoted(Object value) {
        return value instanceof String text ? '"' + text + '"' : value.toString();
    }
}
