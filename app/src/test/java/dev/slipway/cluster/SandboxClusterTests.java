package dev.slipway.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.slipway.cluster.sandbox.SandboxCluster;
import dev.slipway.cluster.sandbox.SandboxNode;
import dev.slipway.cluster.sandbox.api.Tree;
import dev.slipway.cluster.sandbox.controller.Pace;
import dev.slipway.kernel.ClusterId;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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

    /** A real kubelet answers so, but no test bed has one. */
    @Test
    void aContainerThatWaitsOnItsNodeHasNotStarted() {
        apply(with(
                deployment("web", 1, "registry.example/app:1"),
                "template: {metadata: {",
                "annotations: {slipway.dev/testbed-fail: ImagePullBackOff}, "));
        await().until(() -> !podsOf("web").isEmpty() && !node("web").isEmpty());

        assertThatExceptionOfType(ClusterException.NotStarted.class)
                .isThrownBy(() -> cluster.logs(namespace(), pod("web"), null, 5))
                .withMessageContaining("is waiting to start");
    }

    @Test
    void theLogOfAnInferenceServerTellsOfItsOwnImageAndModel() {
        apply(deployment("server", 1, "docker.io/vllm/vllm-openai:v0.18.0")
                .replace("env: []", "args: [/models/main, --served-model-name, qwen3-4b-instruct]"));
        await().until(() -> !podsOf("server").isEmpty() && !node("server").isEmpty());

        await().untilAsserted(() -> assertThat(cluster.logs(namespace(), pod("server"), null, 50))
                .contains("INFO [api_server.py] vLLM API server version 0.18.0")
                .anyMatch(line -> line.endsWith("Starting to load model qwen3-4b-instruct ...")));
    }

    private static String with(String yaml, String after, String more) {
        return yaml.replace(after, after + more);
    }

    private String node(String app) {
        return Tree.text(podsOf(app).getFirst().content(), "spec", "nodeName");
    }

    private String pod(String app) {
        return podsOf(app).getFirst().key().name();
    }

    private List<Manifest> podsOf(String app) {
        return cluster.list("v1", "Pod", namespace(), "app=" + app);
    }

    @AfterEach
    void close() {
        cluster.close();
    }
}
