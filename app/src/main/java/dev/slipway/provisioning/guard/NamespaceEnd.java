package dev.slipway.provisioning.guard;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.ClusterException;
import dev.slipway.cluster.Clusters;
import dev.slipway.cluster.ObjectKey;
import dev.slipway.kernel.ClusterId;
import dev.slipway.provisioning.intent.Origin;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes a namespace away some time after its last instance has gone. Until then it stays, guarded and empty but for the
 * weights cache, so that the next launch finds the weights warm.
 */
@Component
public class NamespaceEnd {

    static final String TASK = "namespace";

    private static final Logger log = LoggerFactory.getLogger(NamespaceEnd.class);
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration LATER = Duration.ofSeconds(10);

    private final Namespaces namespaces;
    private final Clusters clusters;
    private final ObjectProvider<Scheduler> scheduler;
    private final TransactionOperations transactions;
    private final Clock clock;

    NamespaceEnd(
            Namespaces namespaces,
            Clusters clusters,
            ObjectProvider<Scheduler> scheduler,
            TransactionOperations transactions,
            Clock clock) {
        this.namespaces = namespaces;
        this.clusters = clusters;
        this.scheduler = scheduler;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** In the caller's transaction. */
    public void plan(Origin origin, Duration idle) {
        var task = new TaskInstance<Void>(TASK, origin.cluster() + "/" + origin.namespace());
        scheduler.ifAvailable(
                client -> client.schedule(task, clock.now().plus(idle), ScheduleOptions.WHEN_EXISTS_RESCHEDULE));
    }

    CompletionHandler<Void> run(String clusterAndNamespace) {
        var slash = clusterAndNamespace.indexOf('/');
        var cluster = new ClusterId(clusterAndNamespace.substring(0, slash));
        var namespace = clusterAndNamespace.substring(slash + 1);
        try {
            if (!mayEnd(cluster, namespace) || isGone(clusters.connect(cluster), namespace)) {
                transactions.executeWithoutResult(transaction -> namespaces.gone(cluster, namespace));
                return (complete, operations) -> operations.remove();
            }
            return again(SOON);
        } catch (ClusterException away) {
            log.info("Namespace {} on {} cannot be taken away yet: {}", namespace, cluster, away.getMessage());
            return again(LATER);
        } catch (RuntimeException surprise) {
            log.error("Taking namespace {} on {} away failed, trying again", namespace, cluster, surprise);
            return again(SOON);
        }
    }

    private CompletionHandler<Void> again(Duration in) {
        return (complete, operations) ->
                operations.reschedule(complete, clock.now().plus(in));
    }

    /** Decided under the row's lock, which a launch into the namespace takes as well. */
    private boolean mayEnd(ClusterId cluster, String namespace) {
        return Boolean.TRUE.equals(transactions.execute(transaction -> namespaces.end(cluster, namespace)));
    }

    private static boolean isGone(Cluster cluster, String namespace) {
        var key = new ObjectKey("v1", "Namespace", null, namespace);
        cluster.get(key).ifPresent(there -> cluster.delete(key, there.uid(), null));
        return cluster.get(key).isEmpty();
    }
}
