package dev.slipway.cluster;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a Kubernetes object is to look like, or looks like: plain maps, lists, strings, longs, doubles and booleans.
 *
 * @param content the whole object; not altered
 */
public record Manifest(Map<String, Object> content) {

    public Manifest {
        if (!(content.get("apiVersion") instanceof String) || !(content.get("kind") instanceof String)) {
            throw new IllegalArgumentException("a manifest needs apiVersion and kind");
        }
    }

    public ObjectKey key() {
        var metadata = metadata();
        return new ObjectKey(
                String.valueOf(content.get("apiVersion")),
                String.valueOf(content.get("kind")),
                (@Nullable String) metadata.get("namespace"),
                String.valueOf(metadata.get("name")));
    }

    public @Nullable String uid() {
        return (@Nullable String) metadata().get("uid");
    }

    @SuppressWarnings("unchecked")
    public Map<String, Object> metadata() {
        return content.get("metadata") instanceof Map<?, ?> metadata ? (Map<String, Object>) metadata : Map.of();
    }
}
