package dev.slipway.provisioning.guard;

import dev.slipway.cluster.ApplyOptions;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.ClusterException;
import dev.slipway.cluster.Manifest;
import dev.slipway.kernel.ClusterId;
import dev.slipway.model.WeightsCache;
import dev.slipway.provisioning.intent.Hashes;
import dev.slipway.provisioning.intent.Instance;
import dev.slipway.provisioning.intent.InstanceStore;
import dev.slipway.provisioning.intent.Origin;
import dev.slipway.provisioning.intent.Parallel;
import dev.slipway.provisioning.intent.Revision;
import dev.slipway.provisioning.intent.RevisionStore;
import dev.slipway.provisioning.settings.ProvisioningSettings;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Puts the guards around a namespace. Several instances of an environment may ask at once, also on several replicas:
 * whoever has applied reads again what is wanted, so that the last word is never an old one.
 */
@Component
public class Guards {

    private final InstanceStore instances;
    private final RevisionStore revisions;
    private final Namespaces namespaces;
    private final WeightsCache weights;
    private final ProvisioningSettings settings;
    private final InstantSource clock;
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    Guards(
            InstanceStore instances,
            RevisionStore revisions,
            Namespaces namespaces,
            WeightsCache weights,
            ProvisioningSettings settings,
            InstantSource clock) {
        this.instances = instances;
        this.revisions = revisions;
        this.namespaces = namespaces;
        this.weights = weights;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Returns when the guards are in place as they are wanted now.
     *
     * @throws ClusterException.Transient also while the namespace is being taken away
     */
    public void ensure(Cluster cluster, Origin origin) {
        var lock = locks.computeIfAbsent(cluster.id() + "/" + origin.namespace(), key -> new ReentrantLock());
        lock.lock();
        try {
            while (!inPlace(cluster, origin)) {
                var wanted = wanted(cluster, origin);
                apply(cluster, wanted);
                namespaces.guarded(cluster.id(), origin.namespace(), Hashes.of(wanted), clock.instant());
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean inPlace(Cluster cluster, Origin origin) {
        var kept = namespaces.keep(cluster.id(), origin.environment());
        if (kept.ending()) {
            throw new ClusterException.Transient("namespace " + origin.namespace() + " is just being taken away");
        }
        var fresh = kept.guarded()
                .filter(at -> at.plus(settings.guardCheck()).isAfter(clock.instant()))
                .isPresent();
        return fresh && kept.hash().equals(java.util.Optional.of(Hashes.of(wanted(cluster, origin))));
    }

    private static void apply(Cluster cluster, List<Manifest> guards) {
        cluster.apply(guards.getFirst(), ApplyOptions.OWN);
        Parallel.each(guards.subList(1, guards.size()), guard -> cluster.apply(guard, ApplyOptions.OWN));
    }

    private List<Manifest> wanted(Cluster cluster, Origin origin) {
        var held = instances.living(cluster.id(), origin.namespace()).stream()
                .flatMap(this::revisions)
                .toList();
        var quota = NamespaceQuota.of(held, gpuResources(cluster), weights.volumeBytes());
        return GuardManifests.of(origin.environment(), origin.kind(), quota, settings.registry());
    }

    /** While it changes, an instance may have pods of either revision; a completed one holds its volumes only. */
    private Stream<Revision> revisions(Instance instance) {
        var aim = instance.aim();
        var present = Stream.of(revisions.get(instance.id(), aim.revision()));
        return aim.settled() == 0 || instance.isSettled()
                ? present
                : Stream.concat(present, Stream.of(revisions.get(instance.id(), aim.settled())));
    }

    private static TreeSet<String> gpuResources(Cluster cluster) {
        var resources = new TreeSet<String>();
        cluster.capabilities().nodes().forEach(node -> node.allocatable().keySet().stream()
                .filter(name -> name.startsWith("nvidia.com/") || name.startsWith("amd.com/"))
                .forEach(resources::add));
        return resources;
    }

    /** The namespace on a cluster, for those who have only its name. */
    public void doubt(ClusterId cluster, String namespace) {
        namespaces.doubt(cluster, namespace);
    }
}
