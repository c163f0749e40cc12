package dev.slipway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** A person at a browser: what they press is found by role and name, as a screen reader finds it. */
final class Visitor implements AutoCloseable {

    /** Longest that an instance may take on the test bed: weights and a server come one after the other. */
    private static final double UNTIL_READY = 180_000;

    private static final Pattern INSTANCE = Pattern.compile(".*/instances/[0-9a-f-]{36}$");

    final Page page;
    private final BrowserContext context;
    private final boolean scripts;

    private Visitor(BrowserContext context, boolean scripts) {
        this.context = context;
        this.scripts = scripts;
        page = context.newPage();
    }

    static Visitor signedIn(String person) {
        return signedIn(person, Look.USUAL);
    }

    static Visitor signedIn(String person, Look look) {
        var visitor = signedOut(look);
        visitor.page.navigate("/sign-in");
        visitor.page
                .locator("#demo button", new Page.LocatorOptions().setHasText(person))
                .click();
        visitor.page.waitForURL(url -> !url.contains("/sign-in"));
        return visitor;
    }

    static Visitor signedOut(Look look) {
        return new Visitor(Chromium.shared().newContext(TestBedPortal.shared().url(), look), look.scripts());
    }

    /** Where the person is, without the host. */
    String path() {
        return page.url().substring(TestBedPortal.shared().url().length());
    }

    void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
    }

    void follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .first()
                .click();
    }

    /** A radio whose label is what one sees of it. */
    void choose(String control, String value) {
        page.locator("input[name='" + control + "'][value='" + value + "']")
                .check(new Locator.CheckOptions().setForce(true));
    }

    Locator field(String name) {
        return page.locator(":is(input:not([type=hidden]),select,textarea)[name='" + name + "']");
    }

    void openLaunch(String blueprint, String environment, String name) {
        page.navigate("/catalog/" + blueprint + "/launch");
        choose("environment", environment);
        field("name").fill(name);
    }

    /** Presses the button of the form, whatever it says, and comes to the page of the instance. */
    void launch() {
        awaitPlan();
        page.locator("#get button[type=submit]:not([name])").click();
        page.waitForURL(INSTANCE);
    }

    /** Changes the instance whose page this is. */
    void change(String parameter, String value) {
        follow("Change");
        page.waitForURL(Pattern.compile(".*/change$"));
        field("parameters." + parameter).fill(value);
        launch();
    }

    /** Deletes the instance whose page this is, and sees it gone. */
    void delete(String name) {
        page.locator("#instance-actions a[href$=deletion]").click();
        page.locator("form.confirm").waitFor();
        if (page.locator("#typed").count() > 0) {
            page.locator("#typed").fill(name);
        }
        press("Delete " + name);
        page.waitForURL(INSTANCE);
        awaitState("Deleted");
    }

    /** The rail answers some moments after the last change of the form. */
    void awaitPlan() {
        if (scripts) {
            page.waitForCondition(() -> page.locator("#launch.htmx-request").count() == 0);
        }
    }

    /** The page shows it by itself, or, without scripts, when it is loaded again. */
    void awaitState(String word) {
        if (scripts) {
            assertThat(page.locator("#instance-head"))
                    .containsText(word, new LocatorAssertions.ContainsTextOptions().setTimeout(UNTIL_READY));
        } else {
            page.waitForCondition(
                    () -> {
                        page.reload();
                        return page.locator("#instance-head").innerText().contains(word);
                    },
                    new Page.WaitForConditionOptions().setTimeout(UNTIL_READY));
        }
    }

    /** What stands in the editor of a blueprint. */
    String written() {
        return page.locator("#draft-text").inputValue();
    }

    /** Types over all that stands in the editor of a blueprint. */
    void write(String text) {
        page.locator(".cm-content").focus();
        page.keyboard().press("Control+a");
        page.keyboard().insertText(text);
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
