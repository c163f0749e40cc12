package dev.slipway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

/** A person at a browser: what they see is found by role and name, as a screen reader finds it. */
final class Visitor implements AutoCloseable {

    /** Longest that anything may take on the test bed; weights and a server come one after the other. */
    private static final double PATIENCE = 120_000;

    private final BrowserContext context;
    final Page page;

    private Visitor(BrowserContext context) {
        this.context = context;
        page = context.newPage();
    }

    static Visitor signedIn(Chromium chromium, Portal portal, String person) {
        return signedIn(chromium, portal, person, ColorScheme.LIGHT, 1440);
    }

    static Visitor signedIn(Chromium chromium, Portal portal, String person, ColorScheme scheme, int width) {
        var visitor = new Visitor(chromium.person(portal.url(), scheme, width));
        visitor.page.navigate("/sign-in");
        visitor.page
                .locator("button", new Page.LocatorOptions().setHasText(person))
                .click();
        assertThat(visitor.page).not().hasURL(java.util.regex.Pattern.compile(".*/sign-in.*"));
        return visitor;
    }

    void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
    }

    void choose(String control, String value) {
        page.locator("input[name='" + control + "'][value='" + value + "']")
                .check(new Locator.CheckOptions().setForce(true));
    }

    void awaitState(String word) {
        assertThat(page.locator("#instance-head"))
                .containsText(word, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
    }

    /** Puts a mark into the page that does not survive a load. */
    void markPage() {
        page.evaluate("window.slipwayMark = 'still here'");
    }

    boolean pageIsStillTheSame() {
        return "still here".equals(page.evaluate("window.slipwayMark"));
    }

    @Override
    public void close() {
        context.close();
    }
}
