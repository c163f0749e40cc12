package dev.slipway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.slipway.testbed.RequiresControlPlane;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A blueprint is written with the keyboard alone. */
@RequiresControlPlane
@RequiresChromium
class WorkshopBrowserIT {

    private static final String NAME = "fine-tune-job";
    private static final String DRAFT = "/blueprints/" + NAME + "/draft";
    private static final String NOTE = "Reads easier.";

    /** Every test and preset is shown to the clusters first. */
    private static final double UNTIL_PROVED = 180_000;

    private static final Pattern EDITOR = Pattern.compile(".*\\bcm-content\\b.*");

    @Test
    void aFaultIsSeenAtItsLineMendedAndTheTestsAreRun() {
        try (var ana = Visitor.signedIn("ana.ferreira")) {
            ana.page.navigate("/blueprints/rag-stack/draft");
            var keyboard = ana.page.keyboard();
            tabToEditor(ana);

            find(keyboard, "parameters.");
            keyboard.press("ArrowRight");
            keyboard.type("x");
            var note = ana.page.locator(".editor-note").first();
            assertThat(note).containsText("Did you mean");
            var right = note.locator("button").innerText().replace("Write ", "");
            assertThat(ana.written()).contains("parameters.x" + right);

            keyboard.press("Control+Home");
            keyboard.press("F8");
            keyboard.press("Alt+Enter");
            assertThat(ana.page.locator("#draft-problems")).hasCount(0);
            assertThat(ana.written()).doesNotContain("parameters.x" + right);

            keyboard.press("Control+Enter");
            assertThat(ana.page.locator("#tests-title")).isFocused();
            assertThat(ana.page.locator("#tests-title")).containsText(Pattern.compile("(\\d+) of \\1 passed"));
        }
    }

    @Test
    void whatMayBeWrittenIsProposedAndTheEditorIsLeft() {
        try (var ana = Visitor.signedIn("ana.ferreira")) {
            ana.page.navigate("/blueprints/fine-tune-job/draft");
            var keyboard = ana.page.keyboard();
            tabToEditor(ana);

            find(keyboard, "title: ");
            keyboard.press("End");
            keyboard.press("Enter");
            keyboard.type("upg");
            assertThat(ana.page.locator(".cm-tooltip-autocomplete li[aria-selected]"))
                    .containsText("upgrade");
            // An Enter within 75 ms of the list's opening is taken for one that was meant for the text.
            ana.page.waitForTimeout(200);
            keyboard.press("Enter");
            assertThat(ana.written()).contains("\n  upgrade:\n");

            keyboard.press("Escape");
            keyboard.press("Tab");
            assertThat(ana.page.locator(".cm-content")).not().isFocused();
            assertThat(ana.written()).contains("\n  upgrade:\n");
        }
    }

    /** From a fault to a version that somebody else signed and a third person reads about. */
    @Test
    void aVersionIsWrittenMendedTestedPublishedSignedAndSeen() {
        try (var ana = Visitor.signedIn("ana.ferreira");
                var noor = Visitor.signedIn("noor.bakker");
                var mira = Visitor.signedIn("mira.okafor")) {
            ana.page.navigate("/blueprints");
            Keys.press(ana, "main a[href='" + DRAFT + "']");
            ana.page.waitForURL(Pattern.compile(".*" + DRAFT + "$"));
            tabToEditor(ana);
            var keyboard = ana.page.keyboard();
            var version = raised(ana);

            find(keyboard, "parameters.");
            keyboard.press("ArrowRight");
            keyboard.type("x");
            assertThat(ana.page.locator(".editor-note").first()).containsText("Did you mean");
            assertThat(ana.page.locator(".editor-mark[data-tone=bad]").last()).isVisible();
            keyboard.press("Control+Home");
            keyboard.press("F8");
            keyboard.press("Alt+Enter");
            assertThat(ana.page.locator("#draft-problems")).hasCount(0);
            assertThat(ana.page.locator(".editor-value").first()).isVisible();

            keyboard.press("Control+Enter");
            assertThat(ana.page.locator("#tests-title")).isFocused();
            assertThat(ana.page.locator("#tests-title")).containsText(Pattern.compile("(\\d+) of \\1 passed"));

            Keys.press(ana, "button[formaction$='/impact']");
            ana.page.waitForURL(Pattern.compile(".*/impact$"));
            assertThat(ana.page.locator("#note"))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(UNTIL_PROVED));
            Keys.type(ana, "#note", NOTE);
            Keys.press(ana, "form[action$='/certifications'] button");
            assertThat(ana.page.locator("#asked-title")).isVisible();
            assertThat(ana.page.locator("form[action$='/signature']")).hasCount(0);

            noor.page.navigate("/blueprints/" + NAME + "/impact");
            assertThat(noor.page.locator(".impact-note").first()).hasText(NOTE);
            Keys.press(noor, "form[action$='/signature'] button");
            noor.page.waitForURL(Pattern.compile(".*/blueprints$"));

            mira.page.navigate("/catalog");
            Keys.press(mira, "main a[href='/catalog/" + NAME + "']");
            var newest = mira.page
                    .locator("section[aria-labelledby=versions-title] tbody tr")
                    .first();
            assertThat(newest).containsText(version);
            assertThat(newest).containsText(NOTE);
            assertThat(newest).containsText("Noor Bakker");
        }
    }

    /** Writes the next version over the present one. */
    private static String raised(Visitor ana) {
        var present = Pattern.compile("\n  version: (\\d+)\\.(\\d+)\\.\\d+").matcher(ana.written());
        assertThat(present.find()).isTrue();
        var next = "%s.%d.0".formatted(present.group(1), Integer.parseInt(present.group(2)) + 1);
        find(ana.page.keyboard(), present.group().strip());
        ana.page.keyboard().type("version: " + next);
        assertThat(ana.written()).contains("\n  version: " + next + "\n");
        return next;
    }

    private static void tabToEditor(Visitor ana) {
        var editor = ana.page.locator(".cm-content");
        editor.waitFor();
        for (int i = 0; i < 60 && !isInEditor(ana); i++) {
            ana.page.keyboard().press("Tab");
        }
        assertThat(editor).isFocused();
        assertThat(editor).hasClass(EDITOR);
    }

    private static boolean isInEditor(Visitor ana) {
        return (boolean) ana.page.evaluate("document.activeElement.matches('.cm-content')");
    }

    /** Selects the first place of a text. */
    private static void find(Keyboard keyboard, String text) {
        keyboard.press("Control+f");
        keyboard.type(text);
        keyboard.press("Enter");
        keyboard.press("Escape");
    }
}
