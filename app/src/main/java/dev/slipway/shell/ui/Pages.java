package dev.slipway.shell.ui;

import org.jspecify.annotations.Nullable;

/**
 * Where one is in a long list.
 *
 * @param range {@code 1 to 50 of 312}
 */
public record Pages(
        String range, @Nullable String previous, @Nullable String next) {}
