package dev.slipway.blueprint;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * One Kubernetes object of a {@link Rendering}.
 *
 * @param id of the resource in the blueprint; {@code network-…} for a policy that Slipway derived
 * @param key which of the objects of a resource with {@code forEach}; empty otherwise
 * @param wave objects of a lower wave must be ready before
 * @param dependsOn ids of the resources that this one refers to
 * @param manifest the whole object; while it waits, without the values that are not there yet
 * @param waitingFor ids of resources whose live data this one needs; empty when it can be applied
 * @param deadline how long it may take to become ready
 */
public record RenderedResource(
        String id,
        String key,
        int wave,
        Set<String> dependsOn,
        Map<String, Object> manifest,
        Set<String> waitingFor,
        Duration deadline,
        DeletionPolicy deletionPolicy) {

    private static final DumpSettings YAML = DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setIndent(2)
            .setIndicatorIndent(2)
            .setIndentWithIndicator(true)
            .build();

    public boolean isWaiting() {
        return !waitingFor.isEmpty();
    }

    public String apiVersion() {
        return String.valueOf(manifest.get("apiVersion"));
    }

    public String kind() {
        return String.valueOf(manifest.get("kind"));
    }

    /** What people call it: the resource's id, and which of its objects this is where there are several. */
    public String label() {
        return key.isEmpty() ? id : id + " " + key;
    }

    /** The manifest as people read it. */
    public String yaml() {
        return new Dump(YAML).dumpToString(manifest);
    }

    public String name() {
        return manifest.get("metadata") instanceof Map<?, ?> metadata ? String.valueOf(metadata.get("name")) : "";
    }
}
