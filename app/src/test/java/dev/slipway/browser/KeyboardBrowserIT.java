package dev.slipway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.slipway.browser.Keys.tabTo;
import static dev.slipway.browser.Keys.type;

import dev.slipway.testbed.RequiresControlPlane;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A launch by somebody who has no mouse. */
@RequiresControlPlane
@RequiresChromium
class KeyboardBrowserIT {

    private static final String SUBMIT = "#get button[type=submit]:not([name])";

    @Test
    void anInstanceIsLaunchedAndDeletedByKeysAlone() {
        var keys = new OnCluster("claims-dev", "journey-keys");
        try (var mira = Visitor.signedOut(Look.USUAL)) {
            signIn(mira);
            comeToTheForm(mira);

            type(mira, "#name", "Not a name!");
            tabTo(mira, SUBMIT);
            mira.page.keyboard().press("Space");
            assertThat(mira.page.locator("#form-summary")).isFocused();
            assertThat(mira.page).hasTitle(Pattern.compile("^1 error: "));
            tabTo(mira, "#form-summary a");
            mira.page.keyboard().press("Enter");
            assertThat(mira.page.locator("#name")).isFocused();
            assertThat(mira.page.locator("#name")).hasAttribute("aria-invalid", "true");

            type(mira, "#name", keys.name());
            mira.page.keyboard().press("Enter");
            mira.page.waitForURL(Pattern.compile(".*/instances/[0-9a-f-]{36}$"));
            mira.awaitState("Ready");
            keys.awaitReplicas(keys.name(), 1);

            delete(mira);
            keys.awaitGone();
        }
    }

    private static void signIn(Visitor person) {
        person.page.navigate("/sign-in");
        type(person, "#username", "mira.okafor");
        type(person, "#password", "launch-it");
        person.page.keyboard().press("Enter");
        person.page.waitForURL(url -> !url.contains("/sign-in"));
    }

    private static void comeToTheForm(Visitor person) {
        person.page.keyboard().press("Tab");
        assertThat(person.page.locator("a.skip")).isFocused();
        assertThat(person.page.locator("a.skip")).isInViewport();
        person.page.keyboard().press("Enter");
        tabTo(person, "main a[href='/catalog/inference-endpoint']");
        person.page.keyboard().press("Enter");
        person.page.waitForURL(Pattern.compile(".*/catalog/inference-endpoint$"));
        tabTo(person, "main a[href='/catalog/inference-endpoint/launch']");
        person.page.keyboard().press("Enter");
        person.page.waitForURL(Pattern.compile(".*/launch$"));
    }

    /** The dialog holds the focus, gives it back when it is left, and the second time it is meant. */
    private static void delete(Visitor person) {
        var opener = "#instance-actions a[href$=deletion]";
        tabTo(person, opener);
        person.page.keyboard().press("Enter");
        assertThat(person.page.locator("#dialog [data-dialog-close]")).isFocused();
        person.page.keyboard().press("Escape");
        assertThat(person.page.locator(opener)).isFocused();
        person.page.keyboard().press("Enter");
        assertThat(person.page.locator("#dialog [data-dialog-close]")).isFocused();
        person.page.keyboard().press("Tab");
        assertThat(person.page.locator("#dialog button")).isFocused();
        person.page.keyboard().press("Enter");
        person.awaitState("Deleted");
    }
}
