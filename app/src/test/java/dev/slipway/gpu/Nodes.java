package dev.slipway.gpu;

import dev.slipway.cluster.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Nodes as GPU feature discovery labels them. */
final class Nodes {

    private Nodes() {}

    static Node h100Mig(String name) {
        return new Node(
                name,
                true,
                Map.of(
                        "nvidia.com/gpu.product", "NVIDIA-H100-80GB-HBM3",
                        "nvidia.com/gpu.count", "8",
                        "nvidia.com/gpu.memory", "81559",
                        "nvidia.com/gpu.replicas", "1",
                        "nvidia.com/mig.strategy", "mixed",
                        "nvidia.com/mig-3g.40gb.memory", "40448"),
                List.of(new Node.Taint("nvidia.com/gpu", "present", "NoSchedule")),
                Map.of(
                        "cpu", "190",
                        "nvidia.com/mig-1g.10gb", "15",
                        "nvidia.com/mig-1g.10gb.me", "1",
                        "nvidia.com/mig-2g.20gb", "4",
                        "nvidia.com/mig-3g.40gb", "7",
                        "nvidia.com/mig-4g.40gb", "3"),
                Map.of());
    }

    static Node a100Shared(String name) {
        return new Node(
                name,
                true,
                Map.of(
                        "nvidia.com/gpu.product", "NVIDIA-A100-SXM4-80GB",
                        "nvidia.com/gpu.count", "8",
                        "nvidia.com/gpu.memory", "81920",
                        "nvidia.com/gpu.replicas", "4",
                        "nvidia.com/gpu.sharing-strategy", "time-slicing"),
                List.of(),
                Map.of("nvidia.com/gpu.shared", "32"),
                Map.of());
    }

    static Node l4(String name) {
        return new Node(
                name,
                true,
                Map.of(
                        "nvidia.com/gpu.product", "NVIDIA-L4",
                        "nvidia.com/gpu.count", "4",
                        "nvidia.com/gpu.memory", "23034",
                        "nvidia.com/gpu.replicas", "1"),
                List.of(),
                Map.of("nvidia.com/gpu", "4"),
                Map.of());
    }

    static Node l40s(String name) {
        return new Node(
                name,
                true,
                Map.of("nvidia.com/gpu.product", "NVIDIA-L40S", "nvidia.com/gpu.memory", "46068"),
                List.of(),
                Map.of("nvidia.com/gpu", "2"),
                Map.of());
    }

    static Node labelled(Node node, String label, String value) {
        var labels = new HashMap<>(node.labels());
        labels.put(label, value);
        return new Node(node.name(), node.ready(), labels, node.taints(), node.allocatable(), node.requested());
    }

    static Node offering(Node node, Map<String, String> allocatable) {
        return new Node(node.name(), node.ready(), node.labels(), node.taints(), allocatable, node.requested());
    }

    static Node holding(Node node, String resource, long count) {
        return new Node(
                node.name(), node.ready(), node.labels(), node.taints(), node.allocatable(), Map.of(resource, count));
    }

    static Node away(Node node) {
        return new Node(node.name(), false, node.labels(), node.taints(), node.allocatable(), node.requested());
    }

    static Node tainted(Node node, String key) {
        return new Node(
                node.name(),
                node.ready(),
                node.labels(),
                List.of(new Node.Taint(key, "", "NoSchedule")),
                node.allocatable(),
                node.requested());
    }
}
