package dev.slipway.approval;

import dev.slipway.access.Caller;
import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.TeamId;
import dev.slipway.team.Holding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Asking for a sign-off and giving it. A request is known to its requester, to those who may view the team and to those
 * who may decide it; for others it is not there.
 */
public interface Requests {

    /**
     * Opens a request for an instance, in the caller's transaction, in place of an open one for the same instance.
     *
     * @throws dev.slipway.kernel.RefusedException when the caller does not work in the team
     */
    RequestId open(Caller caller, NewRequest request);

    /**
     * Asks for more quota without a launch.
     *
     * @param adds exactly what is to be added to the ceiling
     * @param until the wish; the approver decides
     */
    RequestId askForQuota(Caller caller, TeamId team, Holding adds, Instant until, String reason);

    /**
     * Grants exactly what is missing now, reserves it for the instance, and tells with {@link RequestApproved}.
     *
     * @throws dev.slipway.kernel.RefusedException for one's own request, or outside one's scope
     * @throws dev.slipway.kernel.ConflictException {@code already-decided}
     * @throws dev.slipway.kernel.InvalidException when the grant would end before it begins or after {@link #latestGrantDay}
     */
    void approve(Caller caller, RequestId id, String comment, Instant grantUntil);

    /** The last day that a grant given today may have. */
    LocalDate latestGrantDay();

    /** Whether the caller may decide it now; where not, {@link #approve} says why. */
    boolean mayDecide(Caller caller, RequestView request);

    /** Tells with {@link RequestDeclined}; the comment is needed. Refuses as {@link #approve} does. */
    void decline(Caller caller, RequestId id, String comment);

    /** By the requester or an owner of the team; tells with {@link RequestWithdrawn}. */
    void withdraw(Caller caller, RequestId id);

    /**
     * Closes the instance's open request, if any, and keeps others from opening or approving one until the caller's
     * transaction ends; tells nobody.
     *
     * @param why one sentence, for the requester and the audit trail
     */
    void withdrawFor(Caller caller, TeamId team, InstanceId instance, String why);

    /** Open ones the caller may decide, longest waiting first. */
    List<RequestView> waitingFor(Caller caller);

    /** How many {@link #waitingFor} has. */
    int waitingCount(Caller caller);

    /** Open ones the caller may see but not decide, their own among them. */
    List<RequestView> others(Caller caller);

    /** Decided and withdrawn ones the caller may see, newest first. */
    List<RequestView> decided(Caller caller, int most);

    /** @throws dev.slipway.kernel.NotFoundException {@code request-not-found} */
    RequestView get(Caller caller, RequestId id);

    /** The newest request for an instance, whatever became of it; for whoever may see the instance. */
    Optional<RequestView> latestFor(InstanceId instance);
}
