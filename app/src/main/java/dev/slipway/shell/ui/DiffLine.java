package dev.slipway.shell.ui;

import org.jspecify.annotations.Nullable;

/**
 * One line of a difference of texts.
 *
 * @param sign {@code +}, {@code -} or a space
 */
public record DiffLine(String sign, String text) {

    public @Nullable String tone() {
        return switch (sign) {
            case "+" -> "ok";
            case "-" -> "bad";
            default -> null;
        };
    }
}
