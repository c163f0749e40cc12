package dev.slipway.blueprint.diff;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an author wrote, as plain maps and lists. */
final class Written {

    private static final int LONGEST = 60;

    private Written() {}

    static Map<String, @Nullable Object> map(@Nullable Object value) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        if (value instanceof Map<?, ?> found) {
            found.forEach((key, item) -> map.put(String.valueOf(key), item));
        }
        return map;
    }

    static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    /** The items of a list that have a name, by that name. */
    static Map<String, Map<String, @Nullable Object>> named(@Nullable Object value, String key) {
        var named = new LinkedHashMap<String, Map<String, @Nullable Object>>();
        for (var item : list(value)) {
            var fields = map(item);
            if (fields.get(key) != null) {
                named.put(String.valueOf(fields.get(key)), fields);
            }
        }
        return named;
    }

    static Set<String> names(Map<String, ?> before, Map<String, ?> after) {
        var names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        return names;
    }

    static Set<String> texts(@Nullable Object value) {
        var texts = new TreeSet<String>();
        list(value).forEach(item -> texts.add(shortly(item)));
        return texts;
    }

    /** As the author wrote it, but on one line and not too long. */
    static String shortly(@Nullable Object value) {
        var text = value instanceof String string ? string.strip().replaceAll("\\s+", " ") : json(value);
        return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
    }

    private static String json(@Nullable Object value) {
        return switch (value) {
            case null -> "nothing";
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + shortly(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            case List<?> list -> list.stream().map(Written::shortly).collect(Collectors.joining(", ", "[", "]"));
            default -> value.toString();
        };
    }
}
