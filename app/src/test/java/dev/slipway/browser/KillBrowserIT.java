package dev.slipway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testbed.RequiresControlPlane;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A portal that dies in the middle of its work leaves nothing half-made. */
@RequiresControlPlane
@RequiresChromium
class KillBrowserIT {

    @Test
    void anInstanceBecomesReadyAfterThePortalWasKilled() throws InterruptedException {
        var folder = TestBedPortal.folder();
        try (var chromium = Chromium.start();
                var cluster = TestBedPortal.cluster()) {
            var first = TestBedPortal.start(folder);
            String address;
            try (var mira = Visitor.signedIn(chromium, first, "mira.okafor")) {
                mira.page.navigate("/catalog/inference-endpoint/launch");
                mira.choose("environment", "test");
                mira.page.locator("#name").fill("journey-killed");
                mira.press("Launch");
                mira.page.waitForURL(java.util.regex.Pattern.compile(".*/instances/[0-9a-f-]{36}$"));
                address = java.net.URI.create(mira.page.url()).getPath();
                awaitFirstObject(cluster);
            }
            first.kill();

            try (var second = TestBedPortal.start(folder);
                    var mira = Visitor.signedIn(chromium, second, "mira.okafor")) {
                mira.page.navigate(address);
                mira.awaitState("Ready");
                assertThat(cluster.apps()
                                .deployments()
                                .inNamespace("claims-test")
                                .withLabel("app.kubernetes.io/instance", "journey-killed")
                                .list()
                                .getItems())
                        .hasSize(1);
                assertThat(cluster.services()
                                .inNamespace("claims-test")
                                .withLabel("app.kubernetes.io/instance", "journey-killed")
                                .list()
                                .getItems())
                        .hasSize(1);
            }
        }
    }

    private static void awaitFirstObject(KubernetesClient cluster) throws InterruptedException {
        var giveUp = Instant.now().plus(Duration.ofMinutes(1));
        while (Instant.now().isBefore(giveUp)
                && cluster.namespaces().withName("claims-test").get() == null) {
            Thread.sleep(50);
        }
        assertThat(cluster.namespaces().withName("claims-test").get()).isNotNull();
    }
}
