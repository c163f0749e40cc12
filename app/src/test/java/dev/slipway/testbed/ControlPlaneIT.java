package dev.slipway.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

@RequiresControlPlane
class ControlPlaneIT {

    @Test
    void offersSlicesOfGpus() {
        try (var client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(ControlPlane.shared().kubeconfig()))
                .build()) {
            var nodes = client.nodes().withLabel("slipway.dev/pool", "h100-mig").list();
            assertThat(nodes.getItems())
                    .hasSize(4)
                    .allSatisfy(node ->
                            assertThat(node.getStatus().getAllocatable()).containsKey("nvidia.com/mig-3g.40gb"));
        }
    }

    @Test
    void hasARegistry() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var uri = URI.create("http://" + ControlPlane.shared().registry() + "/v2/");
            var answer = http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding());
            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void isStartedOnce() {
        assertThat(ControlPlane.shared()).isSameAs(ControlPlane.shared());
    }
}
