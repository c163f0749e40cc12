package dev.slipway.team;

import dev.slipway.access.Caller;
import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.TeamId;
import java.time.Instant;
import java.util.Optional;

/**
 * What teams may hold and what their instances do hold. What changes it runs in the caller's transaction and waits for
 * others of the same team to finish; it never answers "try again". Methods that need a transaction throw {@link
 * org.springframework.transaction.IllegalTransactionStateException} without one.
 */
public interface Quotas {

    /** @throws dev.slipway.kernel.NotFoundException when there is no such team */
    QuotaView of(TeamId team);

    /** What the instance holds; {@link Holding#NONE} if nothing. */
    Holding held(InstanceId holder);

    /** What would be missing if {@code holding} replaced what {@code replacing} holds now; nothing is changed. */
    Holding preview(TeamId team, Optional<InstanceId> replacing, Holding holding);

    /**
     * Whoever else wants to change what the team holds waits until the caller's transaction ends. For those who write
     * something else first that others write after their reservation.
     */
    void lock(TeamId team);

    /**
     * Sets what the instance holds, in place of what it held before, if that fits. Where it holds no more than before of
     * something, that always fits. Needs a transaction.
     */
    Reserving reserve(InstanceId holder, TeamId team, Holding holding);

    /**
     * As {@link #reserve}, while one thing replaces another and both may run: of each the instance holds the larger of what
     * it held and {@code holding}, until {@code reserve} settles it. Needs a transaction.
     */
    Reserving extend(InstanceId holder, TeamId team, Holding holding);

    /** Gives back all that the instance holds; nothing happens if it holds nothing. Needs a transaction. */
    void release(InstanceId holder);

    /** Adds to what the team may hold, until the given time. Needs a transaction. Recorded in the audit trail. */
    void grant(Caller caller, TeamId team, Holding exactly, Instant until, String reason);

    /**
     * Grants exactly what is missing at this moment for the instance to hold {@code holding}, and reserves it in the same
     * step as {@link #extend} does, so that nobody else can take the granted part. Needs a transaction. Returns what was granted; {@link
     * Holding#NONE} when it fits without.
     */
    Holding grantAndReserve(
            Caller caller, InstanceId holder, TeamId team, Holding holding, Instant until, String reason);

    /**
     * Platform admins set what a team may hold for good.
     *
     * @throws dev.slipway.kernel.RefusedException for anybody else
     * @throws dev.slipway.kernel.ConflictException when more is reserved than would be allowed
     */
    void setCeiling(Caller caller, TeamId team, Holding ceiling);
}
