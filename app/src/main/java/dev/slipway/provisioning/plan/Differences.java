package dev.slipway.provisioning.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is different between two objects, in a few words. */
public final class Differences {

    private static final int MOST = 4;

    private Differences() {}

    /** As {@code spec.replicas 1 → 2}; empty when they are the same. */
    public static String between(Map<String, Object> before, Map<String, Object> after) {
        var all = all(before, after);
        var shown = String.join(", ", all.subList(0, Math.min(MOST, all.size())));
        return all.size() > MOST ? shown + " and %d more".formatted(all.size() - MOST) : shown;
    }

    /** One for each field that differs. */
    public static List<String> all(Map<String, Object> before, Map<String, Object> after) {
        var found = new ArrayList<String>();
        compare("", before, after, found);
        return found;
    }

    private static void compare(String path, @Nullable Object before, @Nullable Object after, List<String> found) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (before instanceof Map<?, ?> left && after instanceof Map<?, ?> right) {
            var names = new TreeSet<String>();
            left.keySet().forEach(name -> names.add(String.valueOf(name)));
            right.keySet().forEach(name -> names.add(String.valueOf(name)));
            names.forEach(
                    name -> compare(path.isEmpty() ? name : path + "." + name, left.get(name), right.get(name), found));
        } else if (before instanceof List<?> left && after instanceof List<?> right && left.size() == right.size()) {
            for (var i = 0; i < left.size(); i++) {
                compare(path + "[" + i + "]", left.get(i), right.get(i), found);
            }
        } else {
            found.add("%s %s → %s".formatted(path, shortly(before), shortly(after)));
        }
    }

    private static String shortly(@Nullable Object value) {
        if (value == null) {
            return "none";
        }
        var text = String.valueOf(value);
        return text.length() > 40 ? text.substring(0, 39) + "…" : text;
    }
}
