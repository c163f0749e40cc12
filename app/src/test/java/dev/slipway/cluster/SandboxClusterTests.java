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

    /** No test bed has the operators. */
    @Test
    void operatorsOfCustomResourcesArePlayed() {
        apply("""
                apiVersion: serving.kserve.io/v1beta1
                kind: InferenceService
                metadata: {name: chat, namespace: %s}
                spec:
                  predictor:
                    minReplicas: 2
                    maxReplicas: 2
                    labels: {team: claims}
                    deploymentStrategy: {type: Recreate}
                    containers: [{name: kserve-container, image: "docker.io/vllm/vllm-openai:v0.18.0"}]
                """.formatted(namespace()));
        apply("""
                apiVersion: apps.nvidia.com/v1alpha1
                kind: NIMService
                metadata: {name: nim, namespace: %s}
                spec: {image: {repository: nvcr.io/nim/nvidia/llm-nim, tag: 1.12.0}, expose: {service: {port: 8000}}}
                """.formatted(namespace()));
        apply("""
                apiVersion: cert-manager.io/v1
                kind: Certificate
                metadata: {name: web, namespace: %s}
                spec: {secretName: web-tls, dnsNames: [web], issuerRef: {name: internal, kind: ClusterIssuer}}
                """.formatted(namespace()));

        await().untilAsserted(() -> {
            assertThat(status("serving.kserve.io/v1beta1", "InferenceService", "chat"))
                    .contains("type=Ready, status=True");
            assertThat(status("apps.nvidia.com/v1alpha1", "NIMService", "nim")).contains("state=Ready");
            assertThat(status("cert-manager.io/v1", "Certificate", "web")).contains("type=Ready, status=True");
        });
        assertThat(cluster.list("v1", "Pod", namespace(), "team=claims,component=predictor"))
                .hasSize(2);
        assertThat(cluster.get(new ObjectKey("v1", "Service", namespace(), "nim")))
                .isPresent();
        assertThat(cluster.get(new ObjectKey("v1", "Secret", namespace(), "web-tls")))
                .isPresent();

        cluster.delete(new ObjectKey("serving.kserve.io/v1beta1", "InferenceService", namespace(), "chat"), null, null);
        await().until(() ->
                cluster.list("v1", "Pod", namespace(), "component=predictor").isEmpty());
    }

    private String status(String apiVersion, String kind, String name) {
        return String.valueOf(cluster.get(new ObjectKey(apiVersion, kind, namespace(), name))
                .orElseThrow()
                .content()
                .get("status"));
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
