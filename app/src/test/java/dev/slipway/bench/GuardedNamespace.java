package dev.slipway.bench;

import dev.slipway.cluster.ApplyOptions;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.ClusterException;
import dev.slipway.cluster.Manifest;
import dev.slipway.cluster.ObjectKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A namespace that is guarded as Slipway guards those of environments, for dry runs. */
final class GuardedNamespace {

    private static final Map<String, List<String>> PODS = Map.of(
            "Deployment", List.of("spec", "template"),
            "StatefulSet", List.of("spec", "template"),
            "Job", List.of("spec", "template"),
            "CronJob", List.of("spec", "jobTemplate", "spec", "template"));

    private final Cluster cluster;
    private final String name;

    private GuardedNamespace(Cluster cluster, String name) {
        this.cluster = cluster;
        this.name = name;
    }

    /** Makes it, and waits until pods can be made in it. */
    static GuardedNamespace in(Cluster cluster, String name) {
        var labels = new LinkedHashMap<String, Object>();
        for (var mode : List.of("enforce", "warn", "audit")) {
            labels.put("pod-security.kubernetes.io/" + mode, "restricted");
            labels.put("pod-security.kubernetes.io/" + mode + "-version", "latest");
        }
        cluster.apply(
                new Manifest(Map.of(
                        "apiVersion", "v1", "kind", "Namespace", "metadata", Map.of("name", name, "labels", labels))),
                ApplyOptions.OWN);
        var usual = Map.of(
                "type",
                "Container",
                "default",
                Map.of("cpu", "1", "memory", "1Gi"),
                "defaultRequest",
                Map.of("cpu", "100m", "memory", "128Mi"));
        cluster.apply(
                new Manifest(Map.of(
                        "apiVersion",
                        "v1",
                        "kind",
                        "LimitRange",
                        "metadata",
                        Map.of("name", "usual", "namespace", name),
                        "spec",
                        Map.of("limits", List.of(usual)))),
                ApplyOptions.OWN);
        while (cluster.get(new ObjectKey("v1", "ServiceAccount", name, "default"))
                .isEmpty()) {
            Contest.pause(100);
        }
        return new GuardedNamespace(cluster, name);
    }

    /**
     * Why the API server would not take an object, or the pod that it makes; warnings count as well, as before a version is
     * published.
     */
    Optional<String> refusal(Map<String, Object> object) {
        return dryRun(object).or(() -> pod(object).flatMap(this::dryRun));
    }

    private Optional<String> dryRun(Map<String, Object> object) {
        var placed = new LinkedHashMap<>(object);
        var metadata = new LinkedHashMap<>(map(object.get("metadata")));
        metadata.put("namespace", name);
        placed.put("metadata", metadata);
        try {
            var warnings = cluster.apply(new Manifest(placed), ApplyOptions.OWN.asDryRun())
                    .warnings();
            return warnings.stream().findFirst().map("warning: "::concat);
        } catch (ClusterException.Transient away) {
            throw away;
        } catch (ClusterException refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        }
    }

    private static Optional<Map<String, Object>> pod(Map<String, Object> object) {
        var path = PODS.get(String.valueOf(object.get("kind")));
        if (path == null) {
            return Optional.empty();
        }
        var template = object;
        for (var step : path) {
            template = map(template.get(step));
        }
        var pod = new LinkedHashMap<>(template);
        var metadata = new LinkedHashMap<>(map(template.get("metadata")));
        metadata.put("name", "probe");
        pod.put("apiVersion", "v1");
        pod.put("kind", "Pod");
        pod.put("metadata", metadata);
        return Optional.of(pod);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}
