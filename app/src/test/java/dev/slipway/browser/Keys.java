package dev.slipway.browser;

import static org.assertj.core.api.Assertions.assertThat;

/** Comes to everything as somebody does who has no mouse, and sees at every stop where the focus is. */
final class Keys {

    private static final int MOST_STOPS = 200;

    /** The focused element when neither it nor what it is drawn in has a ring; the page itself has none. */
    private static final String INVISIBLE = """
            () => {
              const focused = document.activeElement;
              const ringed = (each) => {
                const style = getComputedStyle(each);
                return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
              };
              const drawnIn = [focused, focused.closest('label'), focused.nextElementSibling, focused.closest('.stepper, .input-group')];
              return focused === document.body || drawnIn.some(each => each && ringed(each)) ? '' : focused.outerHTML.slice(0, 200);
            }""";

    private Keys() {}

    static void tabTo(Visitor person, String wanted) {
        for (var stops = 0; stops < MOST_STOPS; stops++) {
            if ((boolean) person.page.evaluate("wanted => document.activeElement.matches(wanted)", wanted)) {
                return;
            }
            person.page.keyboard().press("Tab");
            assertThat(person.page.evaluate(INVISIBLE))
                    .as("focus that nobody sees on " + person.page.url())
                    .isEqualTo("");
        }
        throw new AssertionError("no way by Tab to " + wanted + " on " + person.page.url());
    }

    static void press(Visitor person, String wanted) {
        tabTo(person, wanted);
        person.page.keyboard().press("Enter");
    }

    static void type(Visitor person, String field, String text) {
        tabTo(person, field);
        person.page.keyboard().press("Control+A");
        person.page.keyboard().type(text);
    }
}
