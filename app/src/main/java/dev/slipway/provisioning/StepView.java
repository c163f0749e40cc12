package dev.slipway.provisioning;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A step on the way to readiness, for the waterfall.
 *
 * @param key stable: {@code isolation}, {@code secrets}, {@code weights}, {@code objects}, {@code start}
 * @param title in words: {@code Weights from cache}
 * @param detail present figures: {@code 12.4 of 22.0 GiB}; may be empty
 * @param usual the median of the same blueprint's past runs, where there are any
 */
public record StepView(
        String key,
        String title,
        String detail,
        Optional<Instant> started,
        Optional<Instant> finished,
        Optional<Duration> usual) {}
