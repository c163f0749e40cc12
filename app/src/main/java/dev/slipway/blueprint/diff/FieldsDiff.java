package dev.slipway.blueprint.diff;

import static dev.slipway.blueprint.diff.Written.map;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Two trees, leaf by leaf. Items of a list that have a name are compared by it, so that a new one moves nothing. */
final class FieldsDiff {

    private final Set<String> except;
    private final List<Field> found = new ArrayList<>();

    /** {@code except}: paths to leave out. */
    FieldsDiff(Set<String> except) {
        this.except = except;
    }

    /** A leaf that differs, each side as it is written; a side that is not there is {@code nothing}. */
    record Field(String path, String before, String after) {}

    List<Field> between(@Nullable Object before, @Nullable Object after) {
        compare("", before, after);
        return List.copyOf(found);
    }

    private void compare(String path, @Nullable Object was, @Nullable Object is) {
        if (Objects.equals(was, is) || except.contains(path)) {
            return;
        }
        if (was instanceof Map<?, ?> && is instanceof Map<?, ?>) {
            fields(path, map(was), map(is), ".");
        } else if (was instanceof List<?> old && is instanceof List<?> now) {
            items(path, old, now);
        } else {
            found.add(new Field(path, Written.shortly(was), Written.shortly(is)));
        }
    }

    private void fields(
            String path, Map<String, @Nullable Object> was, Map<String, @Nullable Object> is, String separator) {
        for (var name : Written.names(was, is)) {
            var full = separator.equals(".") ? (path.isEmpty() ? name : path + "." + name) : path + "[" + name + "]";
            compare(full, was.get(name), is.get(name));
        }
    }

    private void items(String path, List<?> was, List<?> is) {
        var areNamed = isNamed(was) && isNamed(is);
        fields(path, items(was, areNamed), items(is, areNamed), "[]");
    }

    private static boolean isNamed(List<?> items) {
        return items.stream()
                        .map(item -> map(item).get("name"))
                        .filter(String.class::isInstance)
                        .distinct()
                        .count()
                == items.size();
    }

    private static Map<String, @Nullable Object> items(List<?> items, boolean areNamed) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        for (var at = 0; at < items.size(); at++) {
            map.put(areNamed ? String.valueOf(map(items.get(at)).get("name")) : String.valueOf(at), items.get(at));
        }
        return map;
    }
}
