package dev.slipway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.slipway.testbed.RequiresControlPlane;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A sign-in that ends while a form is being filled in. */
@RequiresControlPlane
@RequiresChromium
class ExpiredSignInBrowserIT {

    @Test
    void whatWasTypedIsThereAgainAfterSigningInAgain() {
        try (var mira = Visitor.signedIn("mira.okafor")) {
            mira.openLaunch("inference-endpoint", "dev", "journey-kept");
            mira.awaitPlan();
            mira.page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("slipway-session"));

            mira.field("parameters.replicas").fill("2");
            mira.page.keyboard().press("Tab");

            mira.page.waitForURL(Pattern.compile(".*/sign-in\\?expired$"));
            assertThat(mira.page.locator(".banner")).containsText("what you typed is kept");
            mira.page
                    .locator("#demo button", new Page.LocatorOptions().setHasText("mira.okafor"))
                    .click();
            mira.page.waitForURL(Pattern.compile(".*/inference-endpoint/launch.*"));
            assertThat(mira.field("name")).hasValue("journey-kept");
            assertThat(mira.field("parameters.replicas")).hasValue("2");
        }
    }
}
