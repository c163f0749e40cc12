package dev.slipway.provisioning;

import dev.slipway.kernel.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened to an instance.
 *
 * @param number counts up over all instances; for resuming
 * @param state the state that was entered, for a {@link Kind#TRANSITION}
 * @param text one sentence
 * @param after how long the state before, or the step, had lasted
 * @param by who did it; none when Slipway did
 */
public record TimelineEntry(
        long number,
        Instant at,
        Kind kind,
        Optional<InstanceState> state,
        String text,
        Optional<Duration> after,
        Optional<PersonId> by) {

    public enum Kind {
        /** Another state. */
        TRANSITION,
        /** Somebody did something. */
        ACT,
        /** A step on the way is done. */
        STEP,
        /** Something was put back, tried again or found wrong. */
        NOTICE
    }
}
