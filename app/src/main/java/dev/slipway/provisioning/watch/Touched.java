package dev.slipway.provisioning.watch;

import dev.slipway.cluster.ObjectChange;
import dev.slipway.kernel.ClusterId;
import dev.slipway.provisioning.reconcile.Look;

/**
 * What a change was about.
 *
 * @param instance its name; empty for what belongs to the namespace as a whole, such as guards and weights
 * @param gone whether something of the namespace as a whole was taken away
 */
record Touched(ClusterId cluster, String namespace, String instance, boolean gone) {

    static Touched of(ClusterId cluster, ObjectChange change) {
        var namespace = change.key().namespace();
        var instance = change.labels().getOrDefault(Look.LABEL, "");
        return new Touched(
                cluster,
                namespace == null ? change.key().name() : namespace,
                instance,
                instance.isEmpty() && change.type() == ObjectChange.Type.DELETED);
    }
}
