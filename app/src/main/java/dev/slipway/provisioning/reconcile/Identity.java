package dev.slipway.provisioning.reconcile;

import dev.slipway.cluster.ApplyOptions;
import dev.slipway.kernel.EnvironmentId;
import dev.slipway.provisioning.guard.GuardNames;
import dev.slipway.provisioning.intent.Origin;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * As whom an object is written. Blueprints' objects as the user that may do nothing outside its namespace; the few kinds
 * that this user must not be able to write at all, since they guard or give rights, as Slipway itself.
 */
public final class Identity {

    private static final Set<String> OWN = Set.of("NetworkPolicy", "Secret", "ServiceAccount");

    private Identity() {}

    static ApplyOptions forApply(Origin origin, String kind) {
        return forApply(origin.environment(), kind);
    }

    public static ApplyOptions forApply(EnvironmentId environment, String kind) {
        return OWN.contains(kind) ? ApplyOptions.OWN : ApplyOptions.as(GuardNames.applyingUser(environment));
    }

    static @Nullable String forDelete(Origin origin, String kind) {
        return OWN.contains(kind) ? null : GuardNames.applyingUser(origin.environment());
    }
}
