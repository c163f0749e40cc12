package dev.slipway.cluster.sandbox.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reading and copying the plain maps and lists that Kubernetes objects are made of. */
public final class Tree {

    private Tree() {}

    public static @Nullable Object at(@Nullable Object node, String... path) {
        var current = node;
        for (var field : path) {
            current = current instanceof Map<?, ?> map ? map.get(field) : null;
        }
        return current;
    }

    /** The map at that path; an empty one when there is none. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> map(@Nullable Object node, String... path) {
        return at(node, path) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    @SuppressWarnings("unchecked")
    public static List<Object> list(@Nullable Object node, String... path) {
        return at(node, path) instanceof List<?> list ? (List<Object>) list : List.of();
    }

    /** The list of maps at that path; an empty one when there is none. */
    public static List<Map<String, Object>> maps(@Nullable Object node, String... path) {
        var found = new ArrayList<Map<String, Object>>();
        for (var item : list(node, path)) {
            found.add(map(item));
        }
        return found;
    }

    /** The text at that path; an empty one when there is none. */
    public static String text(@Nullable Object node, String... path) {
        var found = at(node, path);
        return found == null ? "" : found.toString();
    }

    public static long number(@Nullable Object node, long otherwise, String... path) {
        return at(node, path) instanceof Number number ? number.longValue() : otherwise;
    }

    public static boolean flag(@Nullable Object node, String... path) {
        return Boolean.TRUE.equals(at(node, path));
    }

    /** The map of texts at that path, such as labels. */
    public static Map<String, String> texts(@Nullable Object node, String... path) {
        var found = new LinkedHashMap<String, String>();
        map(node, path).forEach((key, value) -> found.put(key, value.toString()));
        return found;
    }

    /** The alterable map at that path, made where it is missing. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> child(Map<String, Object> parent, String... path) {
        var current = parent;
        for (var field : path) {
            if (!(current.get(field) instanceof Map)) {
                current.put(field, new LinkedHashMap<String, Object>());
            }
            current = (Map<String, Object>) java.util.Objects.requireNonNull(current.get(field));
        }
        return current;
    }

    /** The alterable list of that field, made where it is missing. */
    @SuppressWarnings("unchecked")
    public static List<Object> children(Map<String, Object> parent, String field) {
        if (!(parent.get(field) instanceof List)) {
            parent.put(field, new ArrayList<>());
        }
        return (List<Object>) java.util.Objects.requireNonNull(parent.get(field));
    }

    /** An alterable copy, whole numbers as longs, without nulls. */
    public static Map<String, Object> copy(Map<?, ?> original) {
        var copied = new LinkedHashMap<String, Object>();
        original.forEach((key, value) -> {
            if (value != null) {
                copied.put(String.valueOf(key), copyOf(value));
            }
        });
        return copied;
    }

    public static Object copyOf(Object original) {
        return switch (original) {
            case Map<?, ?> map -> copy(map);
            case List<?> list -> {
                var copied = new ArrayList<Object>(list.size());
                for (var item : list) {
                    if (item != null) {
                        copied.add(copyOf(item));
                    }
                }
                yield copied;
            }
            case Integer number -> number.longValue();
            case Short number -> number.longValue();
            case Float number -> number.doubleValue();
            case java.math.BigInteger number -> number.longValueExact();
            case java.math.BigDecimal number -> number.doubleValue();
            default -> original;
        };
    }

    /** A copy that cannot be altered. */
    public static Map<String, Object> frozen(Map<String, Object> original) {
        var copied = new LinkedHashMap<String, Object>();
        original.forEach((key, value) -> copied.put(key, frozenOf(value)));
        return Collections.unmodifiableMap(copied);
    }

    @SuppressWarnings("unchecked")
    private static Object frozenOf(Object original) {
        return switch (original) {
            case Map<?, ?> map -> frozen((Map<String, Object>) map);
            case List<?> list -> list.stream().map(Tree::frozenOf).toList();
            default -> original;
        };
    }
}
