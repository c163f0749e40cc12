package dev.slipway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.slipway.testbed.RequiresControlPlane;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page of every role, light and dark, wide and narrow. */
@RequiresControlPlane
@RequiresChromium
class AccessibilityBrowserIT {

    /** Neither the rest of a screen reader's view nor the page itself changes with the colours. */
    private static final List<String> RULES_OF_COLOUR = List.of("color-contrast", "link-in-text-block");

    private static String ready = "";
    private static String waiting = "";

    @BeforeAll
    static void somethingToLookAt() {
        try (var mira = Visitor.signedIn("mira.okafor")) {
            mira.openLaunch("inference-endpoint", "test", "journey-asks");
            mira.field("parameters.replicas").fill("8");
            mira.field("parameters.context").selectOption("32768");
            mira.launch();
            waiting = mira.path();
            mira.openLaunch("inference-endpoint", "dev", "journey-seen");
            mira.launch();
            mira.awaitState("Ready");
            ready = mira.path();
        }
    }

    @AfterAll
    static void leaveNothing() {
        try (var mira = Visitor.signedIn("mira.okafor")) {
            mira.page.navigate(ready);
            mira.delete("journey-seen");
            mira.page.navigate(waiting);
            mira.press("Withdraw request");
            mira.awaitState("Withdrawn");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mira.okafor", "tomasz.nowak", "ana.ferreira", "ingrid.solheim"})
    void everyPageIsAccessible(String person) {
        try (var visitor = Visitor.signedIn(person)) {
            var findings = new ArrayList<String>();
            var pages = Walk.through(visitor, List.of("/catalog"), () -> findings.addAll(findings(visitor.page)));
            assertThat(findings).as("findings on %d pages of %s", pages, person).isEmpty();
            assertThat(pages).isGreaterThan(10);
        }
    }

    @Test
    void everyComponentIsAccessibleInEveryState() {
        try (var ana = Visitor.signedIn("ana.ferreira")) {
            ana.page.navigate("/dev/components");
            assertThat(findings(ana.page)).isEmpty();
        }
    }

    @Test
    void whatIsRefusedIsAccessible() {
        try (var mira = Visitor.signedIn("mira.okafor");
                var ana = Visitor.signedIn("ana.ferreira");
                var nobody = Visitor.signedOut(Look.USUAL)) {
            mira.openLaunch("inference-endpoint", "dev", "Not a name!");
            mira.page.locator("#get button[type=submit]:not([name])").click();
            mira.page.locator("#form-summary").waitFor();
            assertThat(findings(mira.page)).isEmpty();

            mira.page.navigate("/instances/00000000-0000-0000-0000-000000000000");
            assertThat(findings(mira.page)).isEmpty();

            ana.page.navigate("/blueprints/rag-stack/draft");
            ana.write(ana.written().replace("title: RAG stack", "titel: RAG stack"));
            ana.page.keyboard().press("Control+Home");
            ana.page.locator(".editor-note").first().waitFor();
            assertThat(findings(ana.page)).isEmpty();

            nobody.page.navigate("/sign-in");
            assertThat(findings(nobody.page)).isEmpty();
            nobody.field("username").first().fill("mira.okafor");
            nobody.field("password").first().fill("not it");
            nobody.page.locator("form button[type=submit]").first().click();
            nobody.page.locator(".banner").waitFor();
            assertThat(findings(nobody.page)).isEmpty();
        }
    }

    /** Leaves the page as it was found: light and wide. */
    private static List<String> findings(Page page) {
        var findings = new ArrayList<>(Chromium.findings(page, List.of()));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        findings.addAll(Chromium.findings(page, RULES_OF_COLOUR).stream()
                .map(finding -> "dark: " + finding)
                .toList());
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(390, 1000);
        var wider = (int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (wider > 0) {
            findings.add(
                    "%s scrolls sideways by %d px at 390 px: %s".formatted(page.url(), wider, page.evaluate(WIDEST)));
        }
        page.setViewportSize(1440, 1000);
        return findings;
    }

    private static final String WIDEST = """
            () => [...document.body.querySelectorAll('*')]
              .filter(each => each.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
              .slice(0, 5).map(each => each.outerHTML.slice(0, 120))""";
}
