package dev.slipway.provisioning.reconcile;

import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.ClusterException;
import dev.slipway.cluster.Clusters;
import dev.slipway.kernel.InstanceId;
import dev.slipway.provisioning.InstanceState;
import dev.slipway.provisioning.Problem;
import dev.slipway.provisioning.guard.Namespaces;
import dev.slipway.provisioning.intent.Instance;
import dev.slipway.provisioning.intent.InstanceStore;
import dev.slipway.provisioning.intent.Origin;
import dev.slipway.provisioning.intent.StaleInstance;
import dev.slipway.provisioning.intent.Wanted;
import dev.slipway.provisioning.settings.ProvisioningSettings;
import dev.slipway.provisioning.task.Lease;
import dev.slipway.provisioning.task.Next;
import dev.slipway.provisioning.task.Reconciling;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Looks at one instance and sees to it that it becomes what is wanted. */
@Component
class Reconciler implements Reconciling {

    private static final Logger log = LoggerFactory.getLogger(Reconciler.class);

    private final InstanceStore instances;
    private final Clusters clusters;
    private final Provision provision;
    private final Teardown teardown;
    private final Writer writer;
    private final Namespaces namespaces;
    private final Backoff backoff;
    private final InstantSource clock;

    Reconciler(
            InstanceStore instances,
            Clusters clusters,
            Provision provision,
            Teardown teardown,
            Writer writer,
            Namespaces namespaces,
            ProvisioningSettings settings,
            InstantSource clock) {
        this.instances = instances;
        this.clusters = clusters;
        this.provision = provision;
        this.teardown = teardown;
        this.writer = writer;
        this.namespaces = namespaces;
        this.backoff = Backoff.of(settings);
        this.clock = clock;
    }

    @Override
    public Next reconcile(InstanceId id, Lease lease) {
        var instance = instances.find(id);
        if (instance.isEmpty()) {
            return Next.never(0);
        }
        try {
            return expired(instance.get(), lease)
                    ? Next.in(Duration.ZERO, instance.get().aim().wake(), true)
                    : look(instance.get(), lease);
        } catch (StaleInstance changed) {
            return Next.in(Duration.ZERO, instance.get().aim().wake(), true);
        }
    }

    private boolean expired(Instance instance, Lease lease) {
        var now = clock.instant();
        var due = instance.aim().wanted() == Wanted.PRESENT
                && instance.moments().expires().filter(at -> !at.isAfter(now)).isPresent();
        if (due) {
            writer.expire(instance, lease, now);
        }
        return due;
    }

    private Next look(Instance instance, Lease lease) {
        return switch (instance.state()) {
            case REQUESTED, DECLINED, WITHDRAWN, DELETED ->
                Next.never(instance.aim().wake());
            case COMPLETED, PAUSED -> untilExpiry(instance);
            case QUEUED, PROVISIONING, READY, DEGRADED, UPDATING, FAILED, DELETING -> act(instance, lease);
        };
    }

    private Next untilExpiry(Instance instance) {
        var wake = instance.aim().wake();
        return instance.moments()
                .expires()
                .map(at -> Next.in(Duration.between(clock.instant(), at), wake, false))
                .orElse(Next.never(wake));
    }

    private Next act(Instance instance, Lease lease) {
        var now = clock.instant();
        try {
            var cluster = clusters.connect(instance.origin().cluster());
            return act(instance, cluster, lease, now);
        } catch (ClusterException refused) {
            log.info("Cluster {}: {}", instance.origin().cluster(), refused.getMessage());
            return tryLater(instance.id(), lease, cause(instance.origin(), refused), now);
        } catch (Lease.Lost | StaleInstance | DataAccessException | TransactionException cannotWrite) {
            throw cannotWrite;
        } catch (RuntimeException surprise) {
            var id = UUID.randomUUID();
            log.error("Looking at {} failed, told as {}", instance.id(), id, surprise);
            return tryLater(
                    instance.id(),
                    lease,
                    "Something unexpected went wrong; its log entry has the id %s.".formatted(id),
                    now);
        }
    }

    private String cause(Origin origin, ClusterException refused) {
        var cause = switch (refused) {
            case ClusterException.Transient ignored -> "Cluster %s does not answer: %s";
            case ClusterException.Missing ignored -> {
                namespaces.doubt(origin.cluster(), origin.namespace());
                yield "On cluster %s something is gone that was there: %s";
            }
            case ClusterException.Conflict ignored -> "Cluster %s refused: %s";
            case ClusterException.Forbidden ignored -> "Cluster %s refused: %s";
            case ClusterException.Invalid ignored -> "Cluster %s refused: %s";
        };
        return cause.formatted(origin.cluster(), refused.getMessage());
    }

    private Next act(Instance instance, Cluster cluster, Lease lease, Instant now) {
        if (instance.state() == InstanceState.DELETING) {
            return teardown.tearDown(instance, cluster, lease, now);
        }
        var next = provision.provision(instance, cluster, lease, now);
        var left = instance.moments().expires().map(at -> Duration.between(now, at));
        return left.isPresent()
                        && next.in().filter(in -> in.compareTo(left.get()) > 0).isPresent()
                ? new Next(left, next.wake(), next.urgent())
                : next;
    }

    /** Read again: what the pass has changed so far in memory is not what is told now. */
    private Next tryLater(InstanceId id, Lease lease, String cause, Instant now) {
        var instance = instances.find(id).orElseThrow();
        var wait = backoff.after(instance.status().failures(), RandomGenerator.getDefault());
        var since = instance.status().failures() == 0
                ? now
                : instance.status().problem().map(Problem::since).orElse(now);
        instance.failing(
                cause,
                Optional.of(new Problem(
                        Optional.empty(), cause, since, "It is tried again by itself; nothing else waits for it.")),
                now.plus(wait));
        writer.save(instance, lease);
        return Next.in(wait, instance.aim().wake(), false);
    }
}
