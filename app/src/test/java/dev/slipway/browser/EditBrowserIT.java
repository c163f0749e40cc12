package dev.slipway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.slipway.testbed.RequiresControlPlane;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A platform admin changes a blueprint in the browser; what runs stays what it is. */
@RequiresControlPlane
@RequiresChromium
class EditBrowserIT {

    private static final String RIGHT = "least: \"${parameters.replicas}\"";
    private static final String WRONG = "least: \"${parameters.replcas}\"";

    @Test
    void aNewVersionIsWrittenMendedPublishedAndLaunched() {
        var kept = new OnCluster("claims-dev", "journey-kept");
        var newer = new OnCluster("claims-dev", "journey-newer");
        try (var mira = Visitor.signedIn("mira.okafor");
                var ana = Visitor.signedIn("ana.ferreira");
                var noor = Visitor.signedIn("noor.bakker")) {
            mira.openLaunch("inference-endpoint", "dev", kept.name());
            mira.launch();
            mira.awaitState("Ready");
            var running = mira.path();

            write(ana);
            sign(noor);

            mira.openLaunch("inference-endpoint", "dev", newer.name());
            assertThat(mira.page.locator("main")).containsText("Servers that share the work.");
            mira.launch();
            mira.awaitState("Ready");
            assertThat(mira.page.locator("#instance-head")).containsText("Inference endpoint 1.2.0");
            newer.awaitReplicas(newer.name(), 1);
            assertThat(graceSeconds(newer)).isEqualTo("120");
            mira.delete(newer.name());

            mira.page.navigate(running);
            assertThat(mira.page.locator("#instance-head")).containsText("Inference endpoint 1.1.1");
            assertThat(graceSeconds(kept)).isEqualTo("60");
            mira.delete(kept.name());
        }
    }

    private static void write(Visitor ana) {
        ana.page.navigate("/blueprints");
        ana.page
                .getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("Edit Inference endpoint")))
                .click();
        var better = ana.written()
                .replace("version: 1.1.1", "version: 1.2.0")
                .replace("Servers side by side.", "Servers that share the work.")
                .replace("terminationGracePeriodSeconds: 60", "terminationGracePeriodSeconds: 120");
        var broken = better.replace(RIGHT, WRONG);

        ana.write(broken);
        var problem = ana.page.locator("#draft-problems li").first();
        assertThat(problem).containsText("replcas");
        assertThat(problem.locator("a")).hasText(Pattern.compile("^" + line(broken, WRONG) + ":\\d+$"));
        problem.locator("a").click();
        assertThat(ana.page.locator(".cm-content")).isFocused();
        ana.press("Publish");
        assertThat(ana.page.locator("[role=alert]").first()).isVisible();

        ana.write(better);
        assertThat(ana.page.locator("#draft-results")).containsText("No problems.");
        ana.press("Publish");
        assertThat(ana.page.locator("#content")).containsText("Draft 1.2.0");
        ana.field("note").fill("Servers get more time to end.");
        ana.press("Ask for a signature");
        assertThat(ana.page.locator("#content")).containsText("Waits for another platform admin");
        assertThat(ana.page.getByText("Sign and publish")).hasCount(0);
    }

    private static void sign(Visitor noor) {
        noor.page.navigate("/blueprints");
        noor.page
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("waits for a signature"))
                .click();
        assertThat(noor.page.locator("#content")).containsText("Servers get more time to end.");
        noor.press("Sign and publish 1.2.0");
        assertThat(noor.page.locator("#toasts")).containsText("Published inference-endpoint 1.2.0");
    }

    private static long line(String text, String part) {
        return text.substring(0, text.indexOf(part)).lines().count();
    }

    private static String graceSeconds(OnCluster instance) {
        return instance.deployment(instance.name())
                .getSpec()
                .getTemplate()
                .getSpec()
                .getTerminationGracePeriodSeconds()
                .toString();
    }
}
