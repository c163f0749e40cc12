package dev.slipway.provisioning.reconcile;

import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.ClusterException;
import dev.slipway.provisioning.intent.Origin;
import dev.slipway.provisioning.intent.OwnedObject;
import dev.slipway.provisioning.intent.Parallel;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Takes objects away: by UID, those first that nothing refers to any more, and waits for none. */
@Component
class Prune {

    /**
     * Asks for the last wave of them to go.
     *
     * @return those that are gone
     */
    List<OwnedObject> lastWave(Cluster cluster, Origin origin, List<OwnedObject> objects) {
        var waves =
                objects.stream().collect(Collectors.groupingBy(OwnedObject::wave, TreeMap::new, Collectors.toList()));
        if (waves.isEmpty()) {
            return List.of();
        }
        var last = waves.lastEntry().getValue();
        return Parallel.map(
                        last,
                        object ->
                                takeAway(cluster, origin, object) ? Optional.of(object) : Optional.<OwnedObject>empty())
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static boolean takeAway(Cluster cluster, Origin origin, OwnedObject object) {
        var uid = object.uid().or(() -> made(cluster, origin, object));
        if (uid.isEmpty()) {
            return true;
        }
        delete(cluster, origin, object, uid.get());
        return cluster.get(object.key())
                .filter(live -> uid.get().equals(live.uid()))
                .isEmpty();
    }

    /** It may have been made just before somebody died who would have written its UID down. */
    private static Optional<String> made(Cluster cluster, Origin origin, OwnedObject object) {
        return cluster.get(object.key())
                .filter(live -> live.metadata().get("labels") instanceof java.util.Map<?, ?> labels
                        && origin.name().equals(labels.get(Look.LABEL)))
                .flatMap(live -> Optional.ofNullable(live.uid()));
    }

    private static void delete(Cluster cluster, Origin origin, OwnedObject object, String uid) {
        try {
            cluster.delete(
                    object.key(), uid, Identity.forDelete(origin, object.key().kind()));
        } catch (ClusterException.Forbidden guardsAreGone) {
            cluster.delete(object.key(), uid, null);
        } catch (ClusterException.Missing alreadyGone) {
            // which is what was wanted
        }
    }
}
