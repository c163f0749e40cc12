package dev.slipway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testbed.RequiresControlPlane;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything works as whole page loads too. */
@RequiresControlPlane
@RequiresChromium
class NoScriptBrowserIT {

    private static final Look PLAIN = Look.USUAL.withoutScripts();

    @Test
    void anInstanceIsLaunchedUsedChangedAndDeleted() {
        var plain = new OnCluster("claims-dev", "journey-plain");
        try (var mira = Visitor.signedIn("mira.okafor", PLAIN)) {
            mira.openLaunch("inference-endpoint", "dev", plain.name());
            mira.field("parameters.sequences").fill("2");
            mira.press("Work out the price");
            assertThat(mira.page.locator("#get")).containsText("€");
            assertThat(mira.field("name")).hasValue(plain.name());
            mira.launch();
            mira.awaitState("Ready");
            plain.awaitReplicas(plain.name(), 1);

            mira.page.locator("#chat-message").fill("Is anybody there?");
            mira.press("Send");
            assertThat(mira.page.locator("#chat-log li.chat-answer")).containsText("You wrote: Is anybody there?");

            mira.change("replicas", "2");
            plain.awaitReplicas(plain.name(), 2);
            mira.awaitState("Ready");

            mira.delete(plain.name());
            plain.awaitGone();
        }
    }

    @Test
    void wrongInputComesBackWithWhatIsWrong() {
        try (var mira = Visitor.signedIn("mira.okafor", PLAIN)) {
            mira.openLaunch("inference-endpoint", "dev", "Not a name!");
            mira.page.locator("#get button[type=submit]:not([name])").click();
            assertThat(mira.page.locator("#form-summary a[href='#name']")).isVisible();
            assertThat(mira.field("name")).hasValue("Not a name!");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mira.okafor", "tomasz.nowak", "ana.ferreira", "ingrid.solheim"})
    void everyPageIsWhole(String person) {
        try (var visitor = Visitor.signedIn(person, PLAIN)) {
            var pages = Walk.through(
                    visitor,
                    List.of("/catalog"),
                    () -> assertThat(visitor.page.locator("main h1").first().innerText())
                            .as(visitor.page.url())
                            .isNotBlank());
            assertThat(pages).isGreaterThan(8);
        }
    }
}
