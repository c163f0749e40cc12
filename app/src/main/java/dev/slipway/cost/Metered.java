package dev.slipway.cost;

import dev.slipway.kernel.EnvironmentKind;
import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.TeamId;

/**
 * Who is metered. The name is kept with the interval, so that a bill can be read after the instance is gone.
 *
 * @param name of the instance
 */
public record Metered(InstanceId instance, TeamId team, EnvironmentKind environment, String name) {}
