package dev.slipway.approval;

import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.PersonId;
import dev.slipway.kernel.TeamId;
import java.util.Optional;

/**
 * Somebody said yes; the quota is granted and, for an instance, reserved. Published within the deciding transaction, so a
 * plain listener takes part in it.
 */
public record RequestApproved(
        RequestId request, RequestKind kind, TeamId team, Optional<InstanceId> instance, PersonId by) {}
