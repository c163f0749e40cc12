package dev.slipway.approval;

import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.PersonId;
import dev.slipway.kernel.TeamId;
import java.util.Optional;

/** Somebody said no. Published within the deciding transaction. */
public record RequestDeclined(
        RequestId request, RequestKind kind, TeamId team, Optional<InstanceId> instance, PersonId by, String comment) {}
