package dev.slipway.provisioning.state;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads fields of Kubernetes objects, which are plain maps and lists; what is absent is empty. */
public final class Fields {

    private Fields() {}

    public static @Nullable Object value(@Nullable Object object, String... path) {
        var at = object;
        for (var name : path) {
            at = at instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return at;
    }

    public static String text(@Nullable Object object, String... path) {
        var value = value(object, path);
        return value == null ? "" : String.valueOf(value);
    }

    public static long number(@Nullable Object object, String... path) {
        return value(object, path) instanceof Number number ? number.longValue() : 0;
    }

    public static boolean flag(@Nullable Object object, String... path) {
        return Boolean.TRUE.equals(value(object, path));
    }

    public static List<?> list(@Nullable Object object, String... path) {
        return value(object, path) instanceof List<?> list ? list : List.of();
    }

    @SuppressWarnings("unchecked")
    public static Map<String, Object> map(@Nullable Object object, String... path) {
        return value(object, path) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    /** The condition of that type; empty map when the object has none. */
    public static Map<String, Object> condition(@Nullable Object object, String type) {
        return list(object, "status", "conditions").stream()
                .map(condition -> map(condition))
                .filter(condition -> type.equals(condition.get("type")))
                .findFirst()
                .orElse(Map.of());
    }
}
