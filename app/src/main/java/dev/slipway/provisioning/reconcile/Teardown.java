package dev.slipway.provisioning.reconcile;

import dev.slipway.cluster.Cluster;
import dev.slipway.provisioning.guard.NamespaceEnd;
import dev.slipway.provisioning.intent.Happening;
import dev.slipway.provisioning.intent.Instance;
import dev.slipway.provisioning.intent.Inventory;
import dev.slipway.provisioning.intent.OwnedObject;
import dev.slipway.provisioning.state.PodFacts;
import dev.slipway.provisioning.task.Lease;
import dev.slipway.provisioning.task.Next;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes an instance away: its objects in reverse waves, its pods, what it holds, what it costs. */
@Component
class Teardown {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final Inventory inventory;
    private final Prune prune;
    private final Look look;
    private final Writer writer;
    private final NamespaceEnd namespaceEnd;

    Teardown(Inventory inventory, Prune prune, Look look, Writer writer, NamespaceEnd namespaceEnd) {
        this.inventory = inventory;
        this.prune = prune;
        this.look = look;
        this.writer = writer;
        this.namespaceEnd = namespaceEnd;
    }

    Next tearDown(Instance instance, Cluster cluster, Lease lease, Instant now) {
        var left = takeAway(instance, cluster, lease);
        if (!left.isEmpty()) {
            return wait(
                    instance,
                    lease,
                    "Waits for %s to go.".formatted(left.getFirst().title()),
                    now);
        }
        var pods = look.pods(cluster, instance.origin());
        if (!pods.isEmpty()) {
            return wait(instance, lease, "Waits for pod %s to end.".formatted(name(pods)), now);
        }
        tellRetained(instance, now);
        writer.gone(instance, lease, now, () -> namespaceEnd.plan(instance.origin()));
        return Next.never(instance.aim().wake());
    }

    private List<OwnedObject> takeAway(Instance instance, Cluster cluster, Lease lease) {
        var left = going(instance);
        while (!left.isEmpty()) {
            var gone = prune.lastWave(cluster, instance.origin(), left);
            writer.removed(lease, gone);
            var before = left.size();
            left = left.stream().filter(object -> !gone.contains(object)).toList();
            if (left.size() == before || stillGoing(left, gone)) {
                return left;
            }
        }
        return left;
    }

    /** Whether some of the wave that was asked to go is still there. */
    private static boolean stillGoing(List<OwnedObject> left, List<OwnedObject> gone) {
        return left.stream().anyMatch(object -> object.wave() == gone.getFirst().wave());
    }

    private List<OwnedObject> going(Instance instance) {
        return inventory.of(instance.id()).stream()
                .filter(object -> !object.retain())
                .toList();
    }

    private void tellRetained(Instance instance, Instant now) {
        inventory
                .of(instance.id())
                .forEach(object -> instance.note(Happening.notice(
                        now,
                        "%s is kept, as the blueprint says, in namespace %s."
                                .formatted(object.title(), instance.origin().namespace()))));
    }

    private Next wait(Instance instance, Lease lease, String sentence, Instant now) {
        instance.assessed(instance.state(), sentence, Optional.empty(), now);
        writer.save(instance, lease);
        return Next.in(SOON, instance.aim().wake(), true);
    }

    private static String name(List<PodFacts> pods) {
        return pods.getFirst().name();
    }
}
