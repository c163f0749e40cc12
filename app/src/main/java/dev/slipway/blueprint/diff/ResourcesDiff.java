package dev.slipway.blueprint.diff;

import static dev.slipway.blueprint.diff.Written.map;
import static dev.slipway.blueprint.diff.Written.shortly;

import dev.slipway.blueprint.ImmutableFields;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an instance is made of. */
final class ResourcesDiff {

    private static final int MOST_FIELDS = 12;

    private final Telling telling;
    private final Closure oldVariables;
    private final Closure newVariables;

    ResourcesDiff(Telling telling, Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
        this.telling = telling;
        this.oldVariables = new Closure(before.get("variables"));
        this.newVariables = new Closure(after.get("variables"));
    }

    void compare(@Nullable Object before, @Nullable Object after) {
        var was = Written.named(before, "id");
        var is = Written.named(after, "id");
        var renamed = renamed(was, is);
        for (var id : Written.names(was, is)) {
            var old = was.get(id);
            var now = is.get(id);
            if (old != null && now != null) {
                resource(id, old, now);
            } else if (old != null && renamed.containsKey(id)) {
                telling.breaks("Resource %s is called %s.".formatted(titled(id, old), renamed.get(id)));
                resource(renamed.get(id), old, is.getOrDefault(renamed.get(id), Map.of()));
            } else if (old != null) {
                telling.breaks("Resource %s is gone.".formatted(titled(id, old)));
            } else if (now != null && !renamed.containsValue(id)) {
                telling.adds("Resource %s is new.".formatted(titled(id, now)));
            }
        }
    }

    /** One that is gone and one that is new, of the same kind and with the same object's name, are one that is called otherwise. */
    private static Map<String, String> renamed(
            Map<String, Map<String, @Nullable Object>> was, Map<String, Map<String, @Nullable Object>> is) {
        var renamed = new LinkedHashMap<String, String>();
        var taken = new HashSet<String>();
        was.forEach((id, old) -> {
            if (!is.containsKey(id)) {
                twin(old, was, is, taken).ifPresent(twin -> {
                    taken.add(twin);
                    renamed.put(id, twin);
                });
            }
        });
        return renamed;
    }

    private static Optional<String> twin(
            Map<String, ?> old,
            Map<String, Map<String, @Nullable Object>> was,
            Map<String, Map<String, @Nullable Object>> is,
            Set<String> taken) {
        return is.entrySet().stream()
                .filter(entry -> !was.containsKey(entry.getKey()) && !taken.contains(entry.getKey()))
                .filter(entry ->
                        kind(entry.getValue()).equals(kind(old)) && Objects.equals(name(entry.getValue()), name(old)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private void resource(String id, Map<String, @Nullable Object> old, Map<String, @Nullable Object> now) {
        var oldTemplate = map(old.get("template"));
        var newTemplate = map(now.get("template"));
        var title = titled(id, now);
        if (!kind(old).equals(kind(now)) || !group(old).equals(group(now))) {
            telling.breaks(
                    "Resource %s is a %s; it was a %s, and has to be made anew.".formatted(id, kind(now), kind(old)));
            return;
        }
        if (!Objects.equals(oldTemplate.get("apiVersion"), newTemplate.get("apiVersion"))) {
            telling.changes("Resource %s is of %s; it was of %s."
                    .formatted(title, newTemplate.get("apiVersion"), oldTemplate.get("apiVersion")));
        }
        if (!differ(name(old), name(now)).isEmpty()) {
            telling.breaks("Resource %s is named %s; it was %s, and has to be made anew."
                    .formatted(title, shortly(name(now)), shortly(name(old))));
        }
        immutable(title, kind(now), oldTemplate, newTemplate);
        rules(title, old, now);
        fields(title, kind(now), oldTemplate, newTemplate);
    }

    private void immutable(
            String title,
            String kind,
            Map<String, @Nullable Object> oldTemplate,
            Map<String, @Nullable Object> newTemplate) {
        for (var path : ImmutableFields.of(kind)) {
            if (!differ(at(oldTemplate, path), at(newTemplate, path)).isEmpty()) {
                telling.breaks("Resource %s: %s is another, which Kubernetes does not let be changed."
                        .formatted(title, String.join(".", path)));
            }
        }
    }

    /** Fields that differ as written, or by a variable that they read. */
    private List<String> differ(@Nullable Object was, @Nullable Object is) {
        return Objects.equals(oldVariables.of(was), newVariables.of(is)) ? List.of() : List.of("");
    }

    private void rules(String title, Map<String, @Nullable Object> old, Map<String, @Nullable Object> now) {
        if (!Objects.equals(old.get("includeWhen"), now.get("includeWhen"))) {
            telling.changes("Resource %s is made under another condition.".formatted(title));
        }
        if (!Objects.equals(old.get("forEach"), now.get("forEach"))) {
            telling.changes("Resource %s is made for another list.".formatted(title));
        }
        if (!Objects.equals(old.get("readyWhen"), now.get("readyWhen"))
                || !Objects.equals(old.get("failedWhen"), now.get("failedWhen"))) {
            telling.changes("Resource %s is called ready or failed by another rule.".formatted(title));
        }
        if (!Objects.equals(old.get("deadline"), now.get("deadline"))) {
            telling.changes("Resource %s has %s to become ready; it had %s."
                    .formatted(title, time(now.get("deadline")), time(old.get("deadline"))));
        }
        if ("Retain".equals(old.get("deletionPolicy")) && !"Retain".equals(now.get("deletionPolicy"))) {
            telling.breaks("Resource %s is deleted with its instance; it was kept.".formatted(title));
        } else if (!Objects.equals(old.get("deletionPolicy"), now.get("deletionPolicy"))) {
            telling.changes("Resource %s has another deletion policy.".formatted(title));
        }
    }

    private static String time(@Nullable Object deadline) {
        return deadline == null ? "the usual time" : String.valueOf(deadline);
    }

    /** The template field by field, without what has been told already. */
    private void fields(
            String title,
            String kind,
            Map<String, @Nullable Object> oldTemplate,
            Map<String, @Nullable Object> newTemplate) {
        var told = new HashSet<String>(Set.of("kind", "apiVersion", "metadata.name"));
        ImmutableFields.of(kind).forEach(path -> told.add(String.join(".", path)));
        var found = new FieldsDiff(told).between(oldTemplate, newTemplate);
        found.stream()
                .limit(MOST_FIELDS)
                .forEach(field -> telling.changes("Resource %s: %s is %s; it was %s."
                        .formatted(title, field.path(), field.after(), field.before())));
        if (found.size() > MOST_FIELDS) {
            telling.changes("Resource %s: %d more fields differ.".formatted(title, found.size() - MOST_FIELDS));
        }
    }

    private static @Nullable Object at(Map<String, @Nullable Object> template, List<String> path) {
        @Nullable Object value = template;
        for (var step : path) {
            value = map(value).get(step);
        }
        return value;
    }

    private static String titled(String id, Map<String, @Nullable Object> resource) {
        return "%s (%s)".formatted(id, kind(resource));
    }

    private static String kind(Map<String, ?> resource) {
        return String.valueOf(map(resource.get("template")).get("kind"));
    }

    private static String group(Map<String, @Nullable Object> resource) {
        var apiVersion = String.valueOf(map(resource.get("template")).get("apiVersion"));
        return apiVersion.contains("/") ? apiVersion.substring(0, apiVersion.indexOf('/')) : "";
    }

    private static @Nullable Object name(Map<String, ?> resource) {
        return map(map(resource.get("template")).get("metadata")).get("name");
    }
}
