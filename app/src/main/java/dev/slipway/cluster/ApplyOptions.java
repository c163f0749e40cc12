package dev.slipway.cluster;

import org.jspecify.annotations.Nullable;

/**
 * How to apply.
 *
 * @param asUser who the API server is told that we are (impersonation); null for the connection's own identity
 * @param dryRun ask the API server for its answer without keeping anything
 * @param force take fields over that another manager owns; otherwise that is a {@link ClusterException.Conflict}
 * @param fieldManager who owns the fields that are meant
 */
public record ApplyOptions(@Nullable String asUser, boolean dryRun, boolean force, String fieldManager) {

    /** The manager that owns the fields which Slipway means. */
    public static final String FIELD_MANAGER = "slipway";

    public static final ApplyOptions OWN = new ApplyOptions(null, false, true);

    public ApplyOptions(@Nullable String asUser, boolean dryRun, boolean force) {
        this(asUser, dryRun, force, FIELD_MANAGER);
    }

    public static ApplyOptions as(String user) {
        return new ApplyOptions(user, false, false);
    }

    public ApplyOptions asDryRun() {
        return new ApplyOptions(asUser, true, force, fieldManager);
    }

    public ApplyOptions byManager(String manager) {
        return new ApplyOptions(asUser, dryRun, force, manager);
    }
}
