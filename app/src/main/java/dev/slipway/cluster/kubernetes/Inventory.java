package dev.slipway.cluster.kubernetes;

import dev.slipway.cluster.Capabilities;
import dev.slipway.cluster.Node;
import dev.slipway.cluster.Node.Taint;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Looks at what the cluster offers. */
final class Inventory {

    private static final Duration FRESH = Duration.ofSeconds(15);
    private static final Duration USABLE = Duration.ofMinutes(1);
    private static final String LIVING_PODS =
            "?fieldSelector=" + ServedKind.escaped("spec.nodeName!=,status.phase!=Succeeded,status.phase!=Failed");

    private final Resources resources;
    private final Discovery discovery;
    private final InstantSource clock;
    private final Fresh<Capabilities> capabilities;

    Inventory(Resources resources, Discovery discovery, InstantSource clock, Duration patience) {
        this.resources = resources;
        this.discovery = discovery;
        this.clock = clock;
        this.capabilities = new Fresh<>(this::look, FRESH, USABLE, patience);
    }

    Capabilities capabilities() {
        return capabilities.get();
    }

    private Capabilities look() {
        var now = clock.instant();
        return new Capabilities(
                Json.text(resources.raw("/version"), "gitVersion"),
                new TreeSet<>(discovery.all(FRESH).keySet()),
                nodes(),
                storageClasses(),
                now);
    }

    private List<Node> nodes() {
        var requests = new HashMap<String, Map<String, Long>>();
        resources.each("/api/v1/pods" + LIVING_PODS, pod -> {
            var onNode = requests.computeIfAbsent(Json.text(pod, "spec", "nodeName"), name -> new HashMap<>());
            GpuRequests.of(pod).forEach((resource, count) -> onNode.merge(resource, count, Long::sum));
        });
        return resources.all("/api/v1/nodes").stream()
                .map(node -> node(node, requests.getOrDefault(Json.text(node, "metadata", "name"), Map.of())))
                .toList();
    }

    private static Node node(Map<String, Object> node, Map<String, Long> requested) {
        return new Node(
                Json.text(node, "metadata", "name"),
                ready(node),
                Json.texts(node, "metadata", "labels"),
                Json.children(node, "spec", "taints").stream()
                        .map(taint -> new Taint(
                                Json.text(taint, "key"), Json.text(taint, "value"), Json.text(taint, "effect")))
                        .toList(),
                Json.texts(node, "status", "allocatable"),
                requested);
    }

    private static boolean ready(Map<String, Object> node) {
        return Json.children(node, "status", "conditions").stream()
                .anyMatch(condition -> Json.text(condition, "type").equals("Ready")
                        && Json.text(condition, "status").equals("True"));
    }

    private List<String> storageClasses() {
        return resources.all("/apis/storage.k8s.io/v1/storageclasses").stream()
                .sorted(Comparator.comparing(Inventory::isDefault)
                        .reversed()
                        .thenComparing(storage -> Json.text(storage, "metadata", "name")))
                .map(storage -> Json.text(storage, "metadata", "name"))
                .toList();
    }

    private static boolean isDefault(Map<String, Object> storage) {
        return Json.text(storage, "metadata", "annotations", "storageclass.kubernetes.io/is-default-class")
                .equals("true");
    }
}
