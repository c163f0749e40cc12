package dev.slipway.shell.ui;

import org.jspecify.annotations.Nullable;

/**
 * One option of a select or a segmented control.
 *
 * @param off whether it cannot be chosen
 * @param reason why not, or what else is worth saying
 */
public record Choice(
        String value, String label, boolean off, @Nullable String reason) {

    public static Choice of(String value, String label) {
        return new Choice(value, label, false, null);
    }

    public static Choice off(String value, String label, String reason) {
        return new Choice(value, label, true, reason);
    }
}
