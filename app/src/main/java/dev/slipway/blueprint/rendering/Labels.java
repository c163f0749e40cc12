package dev.slipway.blueprint.rendering;

import dev.slipway.blueprint.Facts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The labels, names and namespace that Slipway puts on every object. */
final class Labels {

    static final String INSTANCE = "slipway.dev/instance";
    static final String RESOURCE = "slipway.dev/resource";
    static final String NAME = "app.kubernetes.io/instance";

    private final Facts facts;

    Labels(Facts facts) {
        this.facts = facts;
    }

    /** Those that never change while an instance lives, so that they may stand in pod templates. */
    Map<String, String> lasting(String resource) {
        var labels = new TreeMap<String, String>();
        labels.put("app.kubernetes.io/managed-by", "slipway");
        labels.put(NAME, facts.metadata().name());
        var instance = facts.metadata().labels().get(INSTANCE);
        if (instance != null) {
            labels.put(INSTANCE, instance);
        }
        labels.put(RESOURCE, resource);
        return labels;
    }

    /** The object with its namespace, and with labels on itself and on the pods and volume claims it makes. */
    Map<String, Object> put(String resource, Map<String, Object> manifest) {
        var object = new LinkedHashMap<>(manifest);
        var metadata = new LinkedHashMap<>(map(manifest.get("metadata")));
        metadata.put("namespace", facts.metadata().namespace());
        var labels = new TreeMap<String, Object>(facts.metadata().labels());
        labels.putAll(map(metadata.get("labels")));
        labels.putAll(lasting(resource));
        metadata.put("labels", labels);
        object.put("metadata", metadata);
        for (var path : PodTemplates.paths(String.valueOf(manifest.get("kind")))) {
            within(object, path, 0, template -> labelled(template, resource));
        }
        for (var path : PodTemplates.labelled(String.valueOf(manifest.get("kind")))) {
            within(object, path, 0, holder -> withLabels(holder, resource));
        }
        return object;
    }

    private Map<String, Object> labelled(Map<String, Object> template, String resource) {
        var copy = new LinkedHashMap<>(template);
        copy.put("metadata", withLabels(map(template.get("metadata")), resource));
        return copy;
    }

    private Map<String, Object> withLabels(Map<String, Object> holder, String resource) {
        var copy = new LinkedHashMap<>(holder);
        var labels = new TreeMap<String, Object>(map(holder.get("labels")));
        labels.putAll(lasting(resource));
        copy.put("labels", labels);
        return copy;
    }

    private interface Change {
        Map<String, Object> apply(Map<String, Object> value);
    }

    private static void within(Map<String, Object> object, java.util.List<String> path, int at, Change change) {
        var value = object.get(path.get(at));
        if (value instanceof java.util.List<?> list) {
            object.put(
                    path.get(at),
                    list.stream().map(item -> change.apply(map(item))).toList());
        } else if (value instanceof Map<?, ?>) {
            var inner = new LinkedHashMap<>(map(value));
            if (at + 1 == path.size()) {
                object.put(path.get(at), change.apply(inner));
            } else {
                within(inner, path, at + 1, change);
                object.put(path.get(at), inner);
            }
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}
