package dev.slipway.provisioning.reconcile;

import dev.slipway.blueprint.RenderedResource;
import dev.slipway.cluster.Manifest;
import dev.slipway.provisioning.ObjectView.Condition;
import dev.slipway.provisioning.intent.Hashes;
import dev.slipway.provisioning.intent.OwnedObject;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes one object what it should be, if it is not. */
@Component
class Applier {

    /**
     * What came of it.
     *
     * @param live empty while an old one has to go first, or for a job that was done and cleared away
     */
    record Brought(OwnedObject object, Optional<Manifest> live) {}

    /** @throws dev.slipway.cluster.ClusterException as the cluster says */
    Brought bring(Pass pass, RenderedResource resource, OwnedObject owned) {
        var manifest = new Manifest(resource.manifest());
        var wanted = Hashes.of(resource.manifest());
        var live = owned.uid().isPresent() ? pass.cluster().get(owned.key()) : Optional.<Manifest>empty();
        if (isDone(owned, wanted, live)) {
            return new Brought(owned, Optional.empty());
        }
        if (isAsLeft(owned, wanted, live)) {
            return new Brought(owned, live);
        }
        if (mustGoFirst(owned, wanted) && !isGone(pass, owned, live)) {
            return new Brought(owned.seen(Condition.DELETING, "the old one has to go first"), Optional.empty());
        }
        var applied = pass.cluster()
                .apply(manifest, Identity.forApply(pass.origin(), resource.kind()))
                .object();
        tellDrift(pass, owned, wanted, live, applied);
        return new Brought(written(pass, owned, wanted, applied), Optional.of(applied));
    }

    /** A job that has done its work may be cleared away by its cluster; it is not done twice. */
    private static boolean isDone(OwnedObject owned, String wanted, Optional<Manifest> live) {
        return owned.key().kind().equals("Job")
                && owned.condition() == Condition.READY
                && live.isEmpty()
                && owned.hash().equals(Optional.of(wanted));
    }

    private static boolean isAsLeft(OwnedObject owned, String wanted, Optional<Manifest> live) {
        return live.isPresent()
                && owned.hash().equals(Optional.of(wanted))
                && owned.uid().equals(Optional.ofNullable(live.get().uid()))
                && owned.liveHash().equals(Optional.of(Hashes.ofIntent(live.get())));
    }

    /** A job cannot be changed, only done anew. */
    private static boolean mustGoFirst(OwnedObject owned, String wanted) {
        return owned.key().kind().equals("Job")
                && owned.uid().isPresent()
                && !owned.hash().equals(Optional.of(wanted));
    }

    private static boolean isGone(Pass pass, OwnedObject owned, Optional<Manifest> live) {
        if (live.isEmpty() || !owned.uid().equals(Optional.ofNullable(live.get().uid()))) {
            return true;
        }
        pass.cluster().delete(owned.key(), owned.uid().orElse(null), Identity.forDelete(pass.origin(), "Job"));
        return pass.cluster().get(owned.key()).isEmpty();
    }

    private static void tellDrift(
            Pass pass, OwnedObject owned, String wanted, Optional<Manifest> before, Manifest after) {
        if (owned.uid().isEmpty() || !owned.hash().equals(Optional.of(wanted))) {
            return;
        }
        if (before.isEmpty()) {
            pass.tell("%s was gone and has been made again.".formatted(owned.title()));
        } else if (!Hashes.ofIntent(before.get()).equals(Hashes.ofIntent(after))) {
            pass.tell("%s had been changed outside Slipway and was put back.".formatted(owned.title()));
        }
    }

    /** The time counts from when this content was first applied. */
    private static OwnedObject written(Pass pass, OwnedObject owned, String wanted, Manifest applied) {
        var same = owned.hash().equals(Optional.of(wanted));
        var since = same ? owned.appliedAt().orElse(pass.now()) : pass.now();
        return owned.applied(String.valueOf(applied.uid()), wanted, Hashes.ofIntent(applied), since);
    }
}
