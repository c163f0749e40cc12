package dev.slipway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.testbed.RequiresControlPlane;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A portal that dies in the middle of its work leaves nothing half-made. */
@RequiresControlPlane
@RequiresChromium
class KillBrowserIT {

    private final OnCluster killed = new OnCluster("assist-test", "journey-killed");

    @Test
    void anInstanceBecomesReadyAfterThePortalWasKilled() {
        var address = launchAndKill();
        assertThat(killed.objects()).as("killed in the middle").doesNotContain("Deployment/journey-killed");

        TestBedPortal.shared().startAgain();

        try (var leila = Visitor.signedIn("leila.haddad")) {
            leila.page.navigate(address);
            leila.awaitState("Ready");
            killed.awaitReplicas("journey-killed", 1);
            assertThat(killed.objects())
                    .containsExactlyInAnyOrder(
                            "Deployment/journey-killed",
                            "Service/journey-killed",
                            "PodDisruptionBudget/journey-killed",
                            "NetworkPolicy/journey-killed-server");
            assertThat(killed.secret("journey-killed-key", "token")).isNotBlank();
            leila.page.navigate(address + "/events");
            assertThat(leila.page.locator(".timeline")).containsText("Launched.");
            leila.page.navigate(address);
            leila.delete("journey-killed");
            killed.awaitGone();
        }
    }

    /** Dead as soon as the namespace is there: its guards and the weights come first, the server later. */
    private String launchAndKill() {
        try (var leila = Visitor.signedIn("leila.haddad")) {
            leila.openLaunch("inference-endpoint", "test", "journey-killed");
            leila.launch();
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> TestBedPortal.cluster()
                                    .namespaces()
                                    .withName("assist-test")
                                    .get()
                            != null);
            TestBedPortal.shared().kill();
            return leila.path();
        }
    }
}
