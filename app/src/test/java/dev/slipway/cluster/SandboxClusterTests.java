package dev.slipway.cluster;

import dev.slipway.cluster.sandbox.SandboxCluster;
import dev.slipway.cluster.sandbox.SandboxNode;
import dev.slipway.cluster.sandbox.controller.Pace;
import dev.slipway.kernel.ClusterId;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

class SandboxClusterTests extends ClusterContract {

    private final SandboxCluster cluster = new SandboxCluster(
            new ClusterId("sandbox"),
            List.of(
                    new SandboxNode("cpu-1", Map.of(), List.of(), Map.of("cpu", "8", "memory", "32Gi")),
                    new SandboxNode(
                            "gpu-1",
                            Map.of("nvidia.com/gpu.product", "NVIDIA-L4"),
                            List.of(),
                            Map.of("cpu", "8", "memory", "32Gi", "nvidia.com/gpu", "4"))),
            Pace.AT_ONCE,
            InstantSource.system());

    @Override
    Cluster cluster() {
        return cluster;
    }

    @AfterEach
    void close() {
        cluster.close();
    }
}
