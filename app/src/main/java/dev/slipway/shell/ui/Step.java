package dev.slipway.shell.ui;

import org.jspecify.annotations.Nullable;

/**
 * One bar of a waterfall.
 *
 * @param state {@code done}, {@code running}, {@code waiting} or {@code failed}
 * @param note what it did or does: {@code 7 of 10 files, 16.3 of 22.0 GiB}
 * @param time its duration in words: {@code 58 s, usually 1 min 36 s}
 * @param start in percent of the whole time shown
 * @param took in percent, so far
 * @param usual in percent, as expected; 0 where nothing is known
 */
public record Step(
        String name,
        @Nullable String note,
        String state,
        @Nullable String time,
        double start,
        double took,
        double usual) {

    /** Where its time stands: after the bar, or before it where there is no room after it. */
    public double labelAt() {
        return labelledBefore() ? start - 1 : start + Math.max(took, usual) + 1;
    }

    public boolean labelledBefore() {
        return start > 40 && start + Math.max(took, usual) > 70;
    }
}
