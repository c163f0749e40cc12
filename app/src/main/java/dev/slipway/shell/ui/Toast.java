package dev.slipway.shell.ui;

import java.io.Serial;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The result of one's own act, shown bottom right; put it into flash attributes as {@code toast}.
 *
 * @param state whose look it takes: {@code Ready}, {@code Paused}, {@code Failed}
 * @param label of the next step, with {@code href} a link, with {@code undo} the address that a button posts to
 */
public record Toast(
        String state,
        String title,
        @Nullable String text,
        @Nullable String label,
        @Nullable String href,
        @Nullable String undo)
        implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    public static Toast of(String state, String title, @Nullable String text) {
        return new Toast(state, title, text, null, null, null);
    }

    public static Toast linked(String state, String title, @Nullable String text, String label, String href) {
        return new Toast(state, title, text, label, href, null);
    }

    public static Toast undoable(String title, @Nullable String text, String label, String undo) {
        return new Toast("Paused", title, text, label, null, undo);
    }
}
