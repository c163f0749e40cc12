package dev.slipway.shell.ui;

import org.jspecify.annotations.Nullable;

/**
 * A radio with content, drawn by {@code components/choice-cards}.
 *
 * @param title a name of a share, in mono: {@code 3g.40gb}
 * @param reason why it is off, or what it brings: {@code Smallest share that fits}
 * @param price with its unit: {@code €1.60 /h}
 * @param flag {@code Recommended}
 */
public record ChoiceCard(
        String value,
        String title,
        @Nullable String reason,
        @Nullable String price,
        boolean off,
        @Nullable String flag,
        @Nullable GpuStripView strip) {}
