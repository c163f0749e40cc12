package dev.slipway.browser;

import dev.slipway.testbed.ControlPlane;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/**
 * The demo with the real API server of the test bed in the place of its Hamburg cluster: one for all journeys of the JVM. A
 * journey uses names of its own and leaves nothing behind that takes a GPU share.
 */
final class TestBedPortal {

    /** Started by the first who asks. */
    private static final class Shared {
        static final Portal PORTAL = start();
        static final KubernetesClient CLUSTER = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(ControlPlane.shared().kubeconfig()))
                .build();
    }

    private TestBedPortal() {}

    static Portal shared() {
        return Shared.PORTAL;
    }

    /** What the API server says, not the page. */
    static KubernetesClient cluster() {
        return Shared.CLUSTER;
    }

    private static Portal start() {
        try {
            var folder = Files.createTempDirectory("slipway-journey");
            var kubeconfig = Files.writeString(
                    folder.resolve("kubeconfig"), ControlPlane.shared().kubeconfig());
            var settings = Files.writeString(folder.resolve("application-demo.yml"), """
                    slipway:
                      cluster:
                        clusters:
                          - {name: ham-1, title: Hamburg 1, region: eu-de-hamburg, kind: kubernetes, kubeconfig: %s, stand-in: true}
                          - {name: fra-2, title: Frankfurt 2, region: eu-de-frankfurt, kind: sandbox, nodes: [{pool: fra-cpu, count: 1}]}
                          - {name: muc-edge, title: Munich edge, region: eu-de-munich, kind: sandbox, nodes: [{pool: muc-cpu, count: 1}]}
                    """.formatted(kubeconfig));
            return Portal.start(
                    folder.resolve("data"),
                    List.of(
                            "--spring.config.additional-location=file:" + settings.getParent() + "/",
                            "--slipway.provisioning.examples=false"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
