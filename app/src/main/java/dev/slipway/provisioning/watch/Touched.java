package dev.slipway.provisioning.watch;

import dev.slipway.cluster.ObjectChange;
import dev.slipway.kernel.ClusterId;
import dev.slipway.provisioning.reconcile.Look;

/**
 * What a change was about.
 *
 * @param instance its name; empty for what belongs to the namespace as a whole, such as guards and weights
 */
record Touched(ClusterId cluster, String namespace, String instance) {

    static Touched of(ClusterId cluster, ObjectChange change) {
        var namespace = change.key().namespace();
        return new Touched(
                cluster,
                namespace == null ? change.key().name() : namespace,
                change.labels().getOrDefault(Look.LABEL, ""));
    }
}
