package dev.slipway.approval;

import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.TeamId;
import java.util.Optional;

/** The requester no longer asks. Published within the withdrawing transaction; not for {@link Requests#withdrawFor}. */
public record RequestWithdrawn(RequestId request, RequestKind kind, TeamId team, Optional<InstanceId> instance) {}
