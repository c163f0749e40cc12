package dev.slipway.browser;

import dev.slipway.testbed.ControlPlane;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The demo with the real API server of the test bed in the place of its Hamburg cluster. */
final class TestBedPortal {

    /** The shared portal of all journeys in this JVM, started by the first. */
    private static final class Shared {
        static final Portal PORTAL = start(folder());
    }

    private TestBedPortal() {}

    static Portal shared() {
        return Shared.PORTAL;
    }

    static Portal start(Path folder) {
        try {
            var kubeconfig = Files.writeString(
                    folder.resolve("kubeconfig"), ControlPlane.shared().kubeconfig());
            var settings = Files.writeString(folder.resolve("application-demo.yml"), """
                    slipway:
                      demo: true
                      database.embedded: true
                      cluster:
                        clusters:
                          - {name: ham-1, title: Hamburg 1, region: eu-de-hamburg, kind: kubernetes, kubeconfig: %s, stand-in: true}
                          - {name: fra-2, title: Frankfurt 2, region: eu-de-frankfurt, kind: sandbox, nodes: [{pool: fra-cpu, count: 1}]}
                          - {name: muc-edge, title: Munich edge, region: eu-de-munich, kind: sandbox, nodes: [{pool: muc-cpu, count: 1}]}
                    """.formatted(kubeconfig));
            return Portal.start(
                    folder.resolve("data"),
                    List.of("--spring.config.additional-location=file:" + settings.getParent() + "/"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static Path folder() {
        try {
            return Files.createTempDirectory("slipway-journey");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What the API server says, not the page. */
    static KubernetesClient cluster() {
        return new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(ControlPlane.shared().kubeconfig()))
                .build();
    }
}
