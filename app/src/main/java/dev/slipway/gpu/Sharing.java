package dev.slipway.gpu;

import java.util.Locale;

/** How the GPUs of a node pool are shared. */
public enum Sharing {
    /** Not at all: one pod has the whole GPU. */
    WHOLE,
    /** Cut in hardware; memory, compute and faults are held apart. */
    MIG,
    /** Turn by turn; memory and faults are not held apart. */
    TIME_SLICED;

    /** As it stands in blueprints: {@code time-sliced}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a neighbour on the same GPU can neither take memory nor bring this share down. */
    public boolean isStrict() {
        return this != TIME_SLICED;
    }
}
