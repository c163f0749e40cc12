package dev.slipway.provisioning.reconcile;

import dev.slipway.provisioning.intent.Inventory;
import dev.slipway.provisioning.intent.OwnedObject;
import dev.slipway.provisioning.intent.OwnedObject.Role;
import dev.slipway.provisioning.state.Observation.Seen;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** The objects of an instance: those of its revision brought about, those of earlier ones taken away. */
@Component
class Objects {

    private final Rollout rollout;
    private final Prune prune;
    private final Inventory inventory;
    private final Writer writer;
    private final InstantSource clock;

    Objects(Rollout rollout, Prune prune, Inventory inventory, Writer writer, InstantSource clock) {
        this.rollout = rollout;
        this.prune = prune;
        this.inventory = inventory;
        this.writer = writer;
        this.clock = clock;
    }

    List<Seen> bring(Pass pass, List<OwnedObject> owned, StepLog.Run steps) {
        meter(pass);
        steps.at("objects", "");
        var board = rollout.bring(
                pass,
                owned.stream().filter(object -> object.role() == Role.RESOURCE).toList());
        var seen = Rollout.seen(pass, board);
        if (board.isAllApplied()) {
            var count = board.outcomes().size();
            steps.done(
                    "objects",
                    count + " objects",
                    "All %d objects are on the cluster.".formatted(count),
                    clock.instant());
            prune(pass);
            if (seen.stream().allMatch(Seen::isReady)) {
                steps.done("start", "", "Everything has started.", clock.instant());
            } else {
                steps.at("start", progress(seen));
            }
        }
        pass.instance().offers(Outputs.of(pass, board.live()));
        return seen;
    }

    /** It costs from the moment at which the first object of the revision is applied. */
    private void meter(Pass pass) {
        if (!pass.instance().isMetered() || !pass.instance().isSettled()) {
            pass.instance().metered(true);
            writer.meter(pass);
        }
    }

    private static String progress(List<Seen> seen) {
        return "%d of %d objects ready"
                .formatted(seen.stream().filter(Seen::isReady).count(), seen.size());
    }

    /** Only now, when all that takes their place is there. */
    private void prune(Pass pass) {
        var old = inventory.of(pass.origin().id()).stream()
                .filter(object -> object.revision() < pass.revision().number() && !object.retain())
                .toList();
        var gone = prune.lastWave(pass.cluster(), pass.origin(), old);
        writer.removed(pass.lease(), gone);
        gone.forEach(object -> pass.tell("%s is no longer part of it and was taken away.".formatted(object.title())));
    }
}
