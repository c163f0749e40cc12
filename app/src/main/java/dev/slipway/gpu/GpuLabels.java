package dev.slipway.gpu;

import dev.slipway.cluster.Node;
import java.util.Optional;

/** What GPU feature discovery writes on a node, read with care: any of it may be missing. */
record GpuLabels(Node node) {

    static final String VENDOR = "nvidia.com/";
    static final String PRODUCT = VENDOR + "gpu.product";
    static final String REPLICAS = VENDOR + "gpu.replicas";

    Optional<String> product() {
        return Optional.ofNullable(node.labels().get(PRODUCT));
    }

    Optional<Long> gpuCount() {
        return number(VENDOR + "gpu.count");
    }

    Optional<Long> gpuMemoryBytes() {
        return number(VENDOR + "gpu.memory").filter(mib -> mib > 0).map(mib -> mib << 20);
    }

    Optional<Long> migMemoryBytes(String profile) {
        return number(VENDOR + "mig-" + profile + ".memory")
                .filter(mib -> mib > 0)
                .map(mib -> mib << 20);
    }

    int replicas() {
        return Math.clamp(number(REPLICAS).orElse(1L), 1, 1_000);
    }

    private Optional<Long> number(String label) {
        var value = node.labels().getOrDefault(label, "");
        return value.matches("\\d{1,9}") ? Optional.of(Long.valueOf(value)) : Optional.empty();
    }
}
