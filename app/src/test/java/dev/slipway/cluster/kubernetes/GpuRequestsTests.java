package dev.slipway.cluster.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class GpuRequestsTests {

    @Test
    void containersAreAddedUpAndOnlyDevicesCount() {
        assertThat(GpuRequests.of(Json.object("""
                {"spec": {"containers": [
                 {"resources": {"limits": {"cpu": "4", "nvidia.com/gpu": "2"}, "requests": {"memory": "1Gi"}}},
                 {"resources": {"limits": {"nvidia.com/gpu": 1, "example.com/memory": "20k"},
                                "requests": {"nvidia.com/gpu": 1, "attachable-volumes.kubernetes.io/x": "1"}}},
                 {}]}}""")))
                .isEqualTo(Map.of("nvidia.com/gpu", 3L, "example.com/memory", 20_000L));
    }

    @Test
    void initContainersRunOneAfterTheOtherUnlessTheyStay() {
        assertThat(GpuRequests.of(Json.object("""
                {"spec": {"containers": [{"resources": {"limits": {"nvidia.com/gpu": "1"}}}],
                 "initContainers": [
                 {"resources": {"limits": {"nvidia.com/gpu": "3"}}},
                 {"restartPolicy": "Always", "resources": {"limits": {"nvidia.com/gpu": "1"}}},
                 {"resources": {"limits": {"nvidia.com/gpu": "1"}}}]}}"""))).isEqualTo(Map.of("nvidia.com/gpu", 3L));
    }
}
