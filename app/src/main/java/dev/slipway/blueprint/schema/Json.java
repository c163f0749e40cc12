package dev.slipway.blueprint.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks into plain maps and lists; what is of another type counts as absent. */
final class Json {

    private Json() {}

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    static List<String> texts(@Nullable Object value) {
        var texts = new ArrayList<String>();
        list(value).forEach(item -> texts.add(String.valueOf(item)));
        return texts;
    }

    static String text(@Nullable Object value) {
        return value instanceof String text ? text : "";
    }
}
