package dev.slipway.cluster;

import java.time.Instant;

/**
 * A Kubernetes event as the components write it.
 *
 * @param normal false for warnings
 * @param reason for example {@code FailedScheduling}
 * @param count how often it was seen
 */
public record KubernetesEvent(
        ObjectKey subject, boolean normal, String reason, String message, int count, Instant lastSeen) {}
