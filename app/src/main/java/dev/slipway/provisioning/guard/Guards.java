package dev.slipway.provisioning.guard;

import dev.slipway.cluster.ApplyOptions;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.Manifest;
import dev.slipway.kernel.EnvironmentId;
import dev.slipway.kernel.EnvironmentKind;
import dev.slipway.model.WeightsCache;
import dev.slipway.provisioning.guard.Namespaces.Kept;
import dev.slipway.provisioning.intent.Hashes;
import dev.slipway.provisioning.intent.Origin;
import dev.slipway.provisioning.intent.Parallel;
import dev.slipway.provisioning.intent.RevisionStore;
import dev.slipway.provisioning.settings.ProvisioningSettings;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/**
 * Puts the guards around a namespace. Several instances of an environment may ask at once, also on several replicas:
 * whoever has applied reads again what is wanted, so that the last word is never an old one.
 */
@Component
public class Guards {

    private final RevisionStore revisions;
    private final Namespaces namespaces;
    private final WeightsCache weights;
    private final ProvisioningSettings settings;
    private final InstantSource clock;
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    Guards(
            RevisionStore revisions,
            Namespaces namespaces,
            WeightsCache weights,
            ProvisioningSettings settings,
            InstantSource clock) {
        this.revisions = revisions;
        this.namespaces = namespaces;
        this.weights = weights;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Returns when the guards are in place as they are wanted now.
     *
     * @param atRest whether the instance asks for nothing new, so that having seen them lately is enough
     * @throws NamespaceEnding while the namespace is being taken away
     */
    public void ensure(Cluster cluster, Origin origin, boolean atRest) {
        if (atRest && isFresh(namespaces.keep(cluster.id(), origin.environment()))) {
            return;
        }
        var lock = locks.computeIfAbsent(cluster.id() + "/" + origin.namespace(), key -> new ReentrantLock());
        lock.lock();
        try {
            var aim = aim(cluster, origin);
            while (!isInPlace(aim)) {
                put(cluster, origin, aim);
                aim = aim(cluster, origin);
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Puts the guards around a namespace in which nothing is ever kept, so that only the single object is looked at and
     * never how much there is. Returns when they are in place.
     */
    public void raise(Cluster cluster, EnvironmentId environment) {
        var quota = NamespaceQuota.boundless(gpuResources(cluster));
        apply(cluster, GuardManifests.of(environment, EnvironmentKind.PROD, quota, settings.registry()));
    }

    /** Each launch and each delete changes what may be held, and nothing else: then only the quota is applied again. */
    private void put(Cluster cluster, Origin origin, Aim aim) {
        var lasts = aim.kept.hash().filter(old -> lasting(old).equals(lasting(aim.hash)));
        if (isFresh(aim.kept) && lasts.isPresent()) {
            aim.guards.stream().filter(Guards::isQuota).forEach(quota -> cluster.apply(quota, ApplyOptions.OWN));
            namespaces.resized(cluster.id(), origin.namespace(), aim.hash);
        } else {
            apply(cluster, aim.guards);
            namespaces.guarded(cluster.id(), origin.namespace(), aim.hash, clock.instant());
        }
    }

    /** What is kept of the namespace's guards, and what they should be. */
    private record Aim(Kept kept, List<Manifest> guards, String hash) {}

    private Aim aim(Cluster cluster, Origin origin) {
        var kept = namespaces.keep(cluster.id(), origin.environment());
        if (kept.ending()) {
            throw new NamespaceEnding();
        }
        var guards = wanted(cluster, origin);
        return new Aim(kept, guards, hash(guards));
    }

    private boolean isInPlace(Aim aim) {
        return isFresh(aim.kept) && aim.kept.hash().equals(Optional.of(aim.hash));
    }

    private static String hash(List<Manifest> guards) {
        var lasting = guards.stream().filter(guard -> !isQuota(guard)).toList();
        var quotas = guards.stream().filter(Guards::isQuota).toList();
        return Hashes.of(lasting) + " " + Hashes.of(quotas);
    }

    private static String lasting(String hash) {
        return hash.split(" ", 2)[0];
    }

    private static boolean isQuota(Manifest guard) {
        return guard.key().kind().equals("ResourceQuota");
    }

    private boolean isFresh(Kept kept) {
        return kept.hash().isPresent()
                && !kept.ending()
                && kept.guarded()
                        .filter(at -> at.plus(settings.guardCheck()).isAfter(clock.instant()))
                        .isPresent();
    }

    private static void apply(Cluster cluster, List<Manifest> guards) {
        cluster.apply(guards.getFirst(), ApplyOptions.OWN);
        Parallel.each(guards.subList(1, guards.size()), guard -> cluster.apply(guard, ApplyOptions.OWN));
    }

    private List<Manifest> wanted(Cluster cluster, Origin origin) {
        var held = revisions.held(cluster.id(), origin.namespace());
        var quota = NamespaceQuota.of(held, gpuResources(cluster), weights.volumeBytes());
        return GuardManifests.of(origin.environment(), origin.kind(), quota, settings.registry());
    }

    private static SortedSet<String> gpuResources(Cluster cluster) {
        var resources = new TreeSet<String>();
        cluster.capabilities()
                .nodes()
                .forEach(node -> node.allocatable().keySet().stream()
                        .filter(name -> name.startsWith("nvidia.com/") || name.startsWith("amd.com/"))
                        .forEach(resources::add));
        return resources;
    }
}
