package dev.slipway.cluster;

import java.util.Map;

/**
 * A node as discovered.
 *
 * @param allocatable Kubernetes resource names and whole quantities as written: {@code nvidia.com/mig-3g.40gb} to {@code 2}
 * @param requested what the pods on it ask for, by the same names, GPU resources only
 */
public record Node(
        String name,
        boolean ready,
        Map<String, String> labels,
        java.util.List<Taint> taints,
        Map<String, String> allocatable,
        Map<String, Long> requested) {

    public record Taint(String key, String value, String effect) {}
}
