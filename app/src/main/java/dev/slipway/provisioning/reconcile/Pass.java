package dev.slipway.provisioning.reconcile;

import dev.slipway.blueprint.Blueprint;
import dev.slipway.blueprint.Facts;
import dev.slipway.cluster.Cluster;
import dev.slipway.provisioning.intent.Happening;
import dev.slipway.provisioning.intent.Instance;
import dev.slipway.provisioning.intent.Origin;
import dev.slipway.provisioning.intent.Revision;
import dev.slipway.provisioning.task.Lease;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One look at one instance: everything that was read at its beginning, and what is to be told at its end. */
final class Pass {

    private final Instance instance;
    private final Revision revision;
    private final Blueprint blueprint;
    private final Cluster cluster;
    private final Lease lease;
    private final Instant now;
    private final List<Happening> happenings = Collections.synchronizedList(new ArrayList<>());

    Pass(Instance instance, Revision revision, Blueprint blueprint, Cluster cluster, Lease lease, Instant now) {
        this.instance = instance;
        this.revision = revision;
        this.blueprint = blueprint;
        this.cluster = cluster;
        this.lease = lease;
        this.now = now;
    }

    Instance instance() {
        return instance;
    }

    Origin origin() {
        return instance.origin();
    }

    Revision revision() {
        return revision;
    }

    Blueprint blueprint() {
        return blueprint;
    }

    Cluster cluster() {
        return cluster;
    }

    Lease lease() {
        return lease;
    }

    Instant now() {
        return now;
    }

    /** What the objects are rendered from, as it was when the revision was accepted. */
    Facts facts() {
        return revision.facts();
    }

    void tell(String text) {
        happenings.add(Happening.notice(now, text));
    }

    void tell(Happening happening) {
        happenings.add(happening);
    }

    /** What is to be told, once. */
    List<Happening> drain() {
        synchronized (happenings) {
            var told = List.copyOf(happenings);
            happenings.clear();
            return told;
        }
    }
}
