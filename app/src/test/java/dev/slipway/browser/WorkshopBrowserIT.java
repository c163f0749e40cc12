package dev.slipway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import dev.slipway.testbed.RequiresControlPlane;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A blueprint is written with the keyboard alone. */
@RequiresControlPlane
@RequiresChromium
class WorkshopBrowserIT {

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
            ana.page.navigate("/blueprints/rag-stack/draft");
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
