package dev.slipway.catalog;

import static java.util.stream.Collectors.toSet;

import dev.slipway.blueprint.BlueprintCompiler;
import dev.slipway.blueprint.schema.KubernetesSchemas;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.ClusterException;
import dev.slipway.cluster.Clusters;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What templates are checked against: the kinds of Kubernetes that are shipped, and custom resources as the registered clusters
 * serve them, the first of the clusters that does. A cluster that is away is left out, and then no kind counts as served nowhere.
 */
@Component
class ClusterSchemas {

    private static final Logger LOG = LoggerFactory.getLogger(ClusterSchemas.class);
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Clusters clusters;
    private final InstantSource clock;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile @Nullable KubernetesSchemas known;
    private volatile Instant lookedAt = Instant.MIN;

    ClusterSchemas(Clusters clusters, InstantSource clock) {
        this.clusters = clusters;
        this.clock = clock;
    }

    /** One that knows {@link #lately what was seen last}. */
    BlueprintCompiler compiler() {
        return new BlueprintCompiler(lately());
    }

    /** What was seen last, without waiting for any cluster; who types is not kept. What is shipped, until one was looked at. */
    KubernetesSchemas lately() {
        if (lookedAt.isBefore(clock.instant().minus(FRESH)) && looking.compareAndSet(false, true)) {
            Thread.ofVirtual().name("look-at-schemas").start(this::look);
        }
        var seen = known;
        return seen == null ? KubernetesSchemas.shipped() : seen;
    }

    private void look() {
        try {
            known = read();
            lookedAt = clock.instant();
        } catch (RuntimeException unexpected) { // nobody waits for this thread, so nobody else would tell
            LOG.warn("The clusters' schemas cannot be read", unexpected);
        } finally {
            looking.set(false);
        }
    }

    /** What the clusters say now. */
    KubernetesSchemas read() {
        var schemas = KubernetesSchemas.shipped();
        var served = new HashSet<String>();
        var isComplete = true;
        for (var view : clusters.all()) {
            try {
                var cluster = clusters.connect(view.id());
                var fresh = custom(cluster.capabilities().apis(), served);
                schemas = with(schemas, cluster, fresh);
                served.addAll(cluster.capabilities().apis());
            } catch (ClusterException away) {
                LOG.debug("The schemas of {} are left out: {}", view.id(), away.getMessage());
                isComplete = false;
            }
        }
        return isComplete ? schemas.servedOnly(served) : schemas;
    }

    /** Kinds of theirs that blueprints may use, that Kubernetes does not bring along and that no cluster before had. */
    private static Set<String> custom(Set<String> apis, Set<String> before) {
        var builtIn = KubernetesSchemas.builtIn().kinds();
        return BlueprintCompiler.kinds().stream()
                .filter(kind -> apis.contains(kind) && !builtIn.contains(kind) && !before.contains(kind))
                .collect(toSet());
    }

    private static KubernetesSchemas with(KubernetesSchemas schemas, Cluster cluster, Set<String> kinds) {
        var all = schemas;
        for (var apiVersion : kinds.stream()
                .map(kind -> kind.substring(0, kind.lastIndexOf('/')))
                .collect(toSet())) {
            var document = cluster.customResources(apiVersion);
            if (document.isPresent()) {
                all = all.withOpenApi(document.get(), kinds::contains);
            }
        }
        return all;
    }
}
