package dev.slipway.approval;

import dev.slipway.access.PersonView;
import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.PersonId;
import dev.slipway.kernel.TeamId;
import dev.slipway.team.Holding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A request as people see it.
 *
 * @param wishedUntil until when more quota is asked for, where the requester said so
 * @param decision by whom, when and with which words, once decided or withdrawn
 * @param approvers who may decide it, the requester excepted
 */
public record RequestView(
        RequestId id,
        RequestKind kind,
        RequestStatus status,
        TeamId team,
        Optional<InstanceId> instance,
        String title,
        String reason,
        List<String> why,
        List<String> facts,
        Holding wanted,
        Holding missing,
        Optional<String> signedHash,
        PersonId requester,
        String requesterName,
        Instant askedAt,
        Optional<Instant> wishedUntil,
        Optional<Decision> decision,
        List<PersonView> approvers) {

    /**
     * @param granted what the approval added to the quota, and until when
     */
    public record Decision(
            PersonId by,
            String byName,
            Instant at,
            String comment,
            Optional<Holding> granted,
            Optional<Instant> grantUntil) {}
}
