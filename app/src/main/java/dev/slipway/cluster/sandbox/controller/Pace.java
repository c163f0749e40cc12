package dev.slipway.cluster.sandbox.controller;

import java.time.Duration;

/**
 * How long things take that take time on a real cluster.
 *
 * @param bind a volume claim until it is bound
 * @param start a scheduled pod until its containers run
 * @param ready a scheduled pod until it is ready
 * @param complete a scheduled pod of a job until it has succeeded
 * @param stop a deleted pod or namespace until it is gone
 */
public record Pace(Duration bind, Duration start, Duration ready, Duration complete, Duration stop) {

    public static final Pace LIFELIKE = new Pace(
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(6),
            Duration.ofSeconds(1));

    /** Everything at once, for tests that have no time. */
    public static final Pace AT_ONCE =
            new Pace(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);
}
