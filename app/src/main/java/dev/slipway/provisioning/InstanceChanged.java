package dev.slipway.provisioning;

import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.TeamId;

/**
 * Something about an instance is different. Published on every replica after the change is committed, for whoever shows
 * it; may be lost, and may come more than once.
 */
public record InstanceChanged(InstanceId instance, TeamId team) {}
