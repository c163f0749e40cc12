package dev.slipway.provisioning;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where an instance stands. The legal ways from one to another are a table; each way taken is a timeline entry. */
public enum InstanceState {
    /** Waits for a sign-off; holds nothing. */
    REQUESTED,
    /** Somebody said no. Final. */
    DECLINED,
    /** Taken back by the team before a decision. Final. */
    WITHDRAWN,
    /** Accepted, nothing done yet. */
    QUEUED,
    /** On the way to its first readiness. */
    PROVISIONING,
    READY,
    /** Was ready; something is not right and may come back by itself. */
    DEGRADED,
    /** On the way from one revision to the next. */
    UPDATING,
    PAUSED,
    /** A job that has done its work. Holds its volumes only. */
    COMPLETED,
    /** Does not come right without somebody doing something. */
    FAILED,
    DELETING,
    /** Final. */
    DELETED;

    /** The states that may follow this one. */
    public Set<InstanceState> successors() {
        return switch (this) {
            case REQUESTED -> EnumSet.of(QUEUED, DECLINED, WITHDRAWN);
            case QUEUED -> EnumSet.of(PROVISIONING, FAILED, DELETING);
            case PROVISIONING -> EnumSet.of(READY, COMPLETED, FAILED, DELETING);
            case READY -> EnumSet.of(DEGRADED, UPDATING, COMPLETED, FAILED, PAUSED, DELETING);
            case DEGRADED -> EnumSet.of(READY, UPDATING, COMPLETED, FAILED, PAUSED, DELETING);
            case UPDATING -> EnumSet.of(READY, COMPLETED, FAILED, DELETING);
            case PAUSED -> EnumSet.of(UPDATING, DELETING);
            case COMPLETED -> EnumSet.of(UPDATING, DELETING);
            case FAILED -> EnumSet.of(PROVISIONING, UPDATING, READY, DEGRADED, COMPLETED, DELETING);
            case DELETING -> EnumSet.of(DELETED);
            case DECLINED, WITHDRAWN, DELETED -> EnumSet.noneOf(InstanceState.class);
        };
    }

    public boolean mayBecome(InstanceState next) {
        return successors().contains(next);
    }

    /** Nothing changes any more. */
    public boolean isFinal() {
        return successors().isEmpty();
    }

    /** Something of it may be on a cluster. */
    public boolean isLive() {
        return !isFinal() && this != REQUESTED;
    }

    /** A share of a GPU is its own. */
    public boolean holdsGpu() {
        return switch (this) {
            case QUEUED, PROVISIONING, READY, DEGRADED, UPDATING, FAILED, DELETING -> true;
            case REQUESTED, DECLINED, WITHDRAWN, PAUSED, COMPLETED, DELETED -> false;
        };
    }

    /** Something is going on that somebody may be waiting for. */
    public boolean isMoving() {
        return switch (this) {
            case QUEUED, PROVISIONING, UPDATING, DELETING -> true;
            case REQUESTED, DECLINED, WITHDRAWN, READY, DEGRADED, PAUSED, COMPLETED, FAILED, DELETED -> false;
        };
    }

    /** As it stands in pages and JSON: {@code provisioning}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
