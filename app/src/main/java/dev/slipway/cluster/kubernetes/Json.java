package dev.slipway.cluster.kubernetes;

import dev.slipway.cluster.ClusterException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Resources as plain maps: whole numbers are longs, others doubles, and nothing is null. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .build();

    /** Characters that YAML takes only by their number, or folds like line ends. Within JSON they stand in texts alone. */
    private static final Pattern NOT_IN_YAML = Pattern.compile("[\\x7f-\\x9f\\u2028\\u2029\\ufeff\\ufffe\\uffff]");

    private Json() {}

    static Map<String, Object> object(String text) {
        try {
            return clean(MAPPER.readValue(text, Map.class)) instanceof Map<?, ?> object ? strings(object) : Map.of();
        } catch (JacksonException notJson) {
            throw new ClusterException.Transient("the API server's answer is not JSON", notJson);
        }
    }

    /** JSON that says the same when it is read as YAML, as API servers read what is applied. */
    static String write(Map<String, Object> object) {
        return NOT_IN_YAML
                .matcher(MAPPER.writeValueAsString(object))
                .replaceAll(found -> "\\\\u%04x".formatted((int) found.group().charAt(0)));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> strings(Map<?, ?> object) {
        return (Map<String, Object>) object;
    }

    private static Object clean(Object value) {
        return switch (value) {
            case Map<?, ?> object -> cleanObject(object);
            case List<?> list -> cleanList(list);
            default -> value;
        };
    }

    private static Map<String, Object> cleanObject(Map<?, ?> object) {
        var clean = new LinkedHashMap<String, Object>();
        object.forEach((key, value) -> {
            if (value != null) {
                clean.put(String.valueOf(key), clean(value));
            }
        });
        return clean;
    }

    private static List<Object> cleanList(List<?> list) {
        var clean = new ArrayList<Object>(list.size());
        for (@Nullable Object item : list) {
            if (item != null) {
                clean.add(clean(item));
            }
        }
        return clean;
    }

    /** What lies at a path of names, if it is there and of that type. */
    static <T> @Nullable T at(Map<String, Object> object, Class<T> type, String... path) {
        @Nullable Object here = object;
        for (var name : path) {
            here = here instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return type.isInstance(here) ? type.cast(here) : null;
    }

    static String text(Map<String, Object> object, String... path) {
        var found = at(object, String.class, path);
        return found == null ? "" : found;
    }

    static long number(Map<String, Object> object, String... path) {
        var found = at(object, Number.class, path);
        return found == null ? 0 : found.longValue();
    }

    static Map<String, Object> child(Map<String, Object> object, String... path) {
        var found = at(object, Map.class, path);
        return found == null ? Map.of() : strings(found);
    }

    static Map<String, String> texts(Map<String, Object> object, String... path) {
        var texts = new LinkedHashMap<String, String>();
        child(object, path).forEach((key, value) -> texts.put(key, String.valueOf(value)));
        return texts;
    }

    static List<Map<String, Object>> children(Map<String, Object> object, String... path) {
        var found = at(object, List.class, path);
        var children = new ArrayList<Map<String, Object>>();
        if (found != null) {
            for (var item : found) {
                if (item instanceof Map<?, ?> map) {
                    children.add(strings(map));
                }
            }
        }
        return children;
    }
}
