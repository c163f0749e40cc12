package dev.slipway.provisioning.task;

import java.time.Duration;
import java.util.Optional;

/**
 * When to look again.
 *
 * @param in empty when there is nothing more to do
 * @param wake the count of wishes that was seen; a higher one by now means at once
 * @param urgent whether somebody may be waiting
 */
public record Next(Optional<Duration> in, long wake, boolean urgent) {

    public static Next in(Duration time, long wake, boolean urgent) {
        return new Next(Optional.of(time), wake, urgent);
    }

    public static Next never(long wake) {
        return new Next(Optional.empty(), wake, false);
    }
}
