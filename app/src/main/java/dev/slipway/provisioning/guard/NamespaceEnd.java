package dev.slipway.provisioning.guard;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.ClusterException;
import dev.slipway.cluster.Clusters;
import dev.slipway.cluster.ObjectKey;
import dev.slipway.kernel.ClusterId;
import dev.slipway.provisioning.intent.Origin;
import dev.slipway.provisioning.settings.ProvisioningSettings;
import java.sql.Timestamp;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Duration idle;
    private final Clock clock;

    NamespaceEnd(
            Namespaces namespaces,
            Clusters clusters,
            JdbcClient jdbc,
            TransactionOperations transactions,
            ProvisioningSettings settings,
            Clock clock) {
        this.namespaces = namespaces;
        this.clusters = clusters;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.idle = settings.namespaceIdle();
        this.clock = clock;
    }

    /** In the caller's transaction, which an insert that finds the row there already would spoil. */
    public void plan(Origin origin) {
        jdbc.sql("""
                insert into scheduled_tasks as t (task_name, task_instance, execution_time, picked, version, priority)
                values (:task, :instance, :at, false, 1, 0)
                on conflict (task_name, task_instance) do update set execution_time = excluded.execution_time,
                  version = t.version + 1
                where not t.picked""")
                .param("task", TASK)
                .param("instance", origin.cluster() + "/" + origin.namespace())
                .param("at", Timestamp.from(clock.now().plus(idle)))
                .update();
    }

    CompletionHandler<Void> run(String clusterAndNamespace) {
        var slash = clusterAndNamespace.indexOf('/');
        var cluster = new ClusterId(clusterAndNamespace.substring(0, slash));
        var namespace = clusterAndNamespace.substring(slash + 1);
        try {
            if (!mayEnd(cluster, namespace)) {
                return namespaces.find(cluster, namespace).isPresent() ? again(longer(idle, LATER)) : done();
            }
            if (!isGone(clusters.connect(cluster), namespace)) {
                return again(SOON);
            }
            transactions.executeWithoutResult(transaction -> namespaces.gone(cluster, namespace));
            return done();
        } catch (ClusterException away) {
            log.info("Namespace {} on {} cannot be taken away yet: {}", namespace, cluster, away.getMessage());
            return again(LATER);
        } catch (RuntimeException surprise) {
            log.error("Taking namespace {} on {} away failed, trying again", namespace, cluster, surprise);
            return again(SOON);
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static CompletionHandler<Void> done() {
        return (complete, operations) -> operations.remove();
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
