package dev.slipway.provisioning;

import java.time.Duration;

/**
 * How long something usually takes.
 *
 * @param measured whether it is a median of past runs rather than a rule of thumb
 * @param reason one sentence: {@code Weights are warm on ham-1.}
 */
public record Estimate(Duration time, boolean measured, String reason) {}
