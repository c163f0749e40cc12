package dev.slipway.testbed;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeConditionBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.k3s.K3sContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * k3s in a container. Its API server, RBAC, quota and scheduler serve like the test bed's, but nobody plays the kubelets of the GPU
 * nodes: a pod put there stays Pending, its logs cannot be read, and after some 40 seconds without a heartbeat these nodes count as
 * unreachable. What waits for a GPU workload to be ready needs the test bed.
 */
record K3sControlPlane(String kubeconfig, String registry) implements ControlPlane {

    private static final DockerImageName K3S = DockerImageName.parse("rancher/k3s:v1.36.3-k3s1");
    private static final DockerImageName REGISTRY = DockerImageName.parse("registry:3.0.0");

    static String missing() {
        var log = (Logger) LoggerFactory.getLogger("org.testcontainers");
        var level = log.getLevel();
        log.setLevel(Level.OFF); // it says at length what this says in a few words
        try {
            return DockerClientFactory.instance().isDockerAvailable() ? "" : "there is no Docker for k3s either";
        } finally {
            log.setLevel(level);
        }
    }

    @SuppressWarnings("resource") // Testcontainers removes both when this JVM is gone
    static K3sControlPlane start() {
        var k3s = new K3sContainer(K3S).withCommand("server", "--disable=traefik");
        var registry = new GenericContainer<>(REGISTRY).withExposedPorts(5000).withEnv("OTEL_TRACES_EXPORTER", "none");
        k3s.start();
        registry.start();
        furnish(k3s.getKubeConfigYaml());
        return new K3sControlPlane(k3s.getKubeConfigYaml(), registry.getHost() + ":" + registry.getMappedPort(5000));
    }

    /** The nodes and custom resources that {@code testbed/start} gives to the test bed. */
    private static void furnish(String kubeconfig) {
        var repository = BuiltControlPlane.repository();
        var custom = repository.resolve("app/src/main/resources/dev/slipway/cluster/sandbox/custom-resources.json.gz");
        try (var client = new KubernetesClientBuilder()
                        .withConfig(Config.fromKubeconfig(kubeconfig))
                        .build();
                var pools = Files.newDirectoryStream(repository.resolve("testbed/nodes"), "*.yaml");
                var definitions = new GZIPInputStream(Files.newInputStream(custom))) {
            for (var pool : pools) {
                addNodes(client, pool);
            }
            client.load(definitions).create();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void addNodes(KubernetesClient client, Path pool) throws IOException {
        var text = Files.readString(pool);
        var first = client.getKubernetesSerialization().unmarshal(text, Node.class);
        var name = first.getMetadata().getName();
        var stem = name.substring(0, name.length() - 1);
        var count = Integer.parseInt(first.getMetadata().getAnnotations().get("slipway.dev/testbed-nodes"));
        for (var index = 0; index < count; index++) {
            var node = client.getKubernetesSerialization().unmarshal(text.replace(name, stem + index), Node.class);
            node.getStatus()
                    .setConditions(List.of(new NodeConditionBuilder()
                            .withType("Ready")
                            .withStatus("True")
                            .build()));
            client.nodes().resource(node).create();
        }
    }
}
