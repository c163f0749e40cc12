package dev.slipway.approval;

import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.PersonId;
import dev.slipway.kernel.TeamId;
import java.util.Optional;

/**
 * It is no longer asked for. Published within the withdrawing transaction; not for {@link Requests#withdrawFor}.
 *
 * @param by the requester, or an owner of the team
 */
public record RequestWithdrawn(
        RequestId request, RequestKind kind, TeamId team, Optional<InstanceId> instance, PersonId by) {}
