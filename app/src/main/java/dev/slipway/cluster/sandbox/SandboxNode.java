package dev.slipway.cluster.sandbox;

import dev.slipway.cluster.Node.Taint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A node of a sandbox.
 *
 * @param allocatable Kubernetes resource names and quantities, GPU resources among them
 */
public record SandboxNode(
        String name, Map<String, String> labels, List<Taint> taints, Map<String, String> allocatable) {

    private static final Map<String, String> USUAL =
            Map.of("kubernetes.io/os", "linux", "kubernetes.io/arch", "amd64", "beta.kubernetes.io/os", "linux");

    Map<String, Object> manifest() {
        var allLabels = new LinkedHashMap<String, Object>(USUAL);
        allLabels.put("kubernetes.io/hostname", name);
        allLabels.putAll(labels);
        var all = new LinkedHashMap<String, Object>(allocatable);
        all.putIfAbsent("pods", "250");
        var spec = new LinkedHashMap<String, Object>();
        if (!taints.isEmpty()) {
            var written = new ArrayList<Object>();
            taints.forEach(
                    taint -> written.add(Map.of("key", taint.key(), "value", taint.value(), "effect", taint.effect())));
            spec.put("taints", written);
        }
        return Map.of(
                "apiVersion",
                "v1",
                "kind",
                "Node",
                "metadata",
                Map.of("name", name, "labels", allLabels),
                "spec",
                spec,
                "status",
                Map.of(
                        "capacity",
                        all,
                        "allocatable",
                        all,
                        "conditions",
                        List.of(Map.of(
                                "type",
                                "Ready",
                                "status",
                                "True",
                                "reason",
                                "KubeletReady",
                                "message",
                                "kubelet is posting ready status"))));
    }
}
