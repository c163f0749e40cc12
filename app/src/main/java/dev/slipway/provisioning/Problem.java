package dev.slipway.provisioning;

import java.time.Instant;
import java.util.Optional;

/**
 * Why an instance is not where it should be, for people.
 *
 * @param object the one that blocks, as {@code Deployment claims-triage}; none when it is not an object's fault
 * @param cause one sentence: what is wrong and why
 * @param since when it began
 * @param remedy one sentence: what to do about it, or that nothing needs to be done
 */
public record Problem(Optional<String> object, String cause, Instant since, String remedy) {}
