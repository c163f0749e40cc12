package dev.slipway.provisioning.guard;

import dev.slipway.kernel.ClusterId;
import dev.slipway.kernel.EnvironmentId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The namespaces that Slipway keeps. */
@Repository
public class Namespaces {

    private final JdbcClient jdbc;

    Namespaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param hash of the guards that were last seen in place
     * @param ending whether it is being taken away
     */
    public record Kept(Optional<String> hash, Optional<Instant> guarded, boolean ending) {}

    /** Writes it down before it is made. */
    Kept keep(ClusterId cluster, EnvironmentId environment) {
        jdbc.sql("""
                insert into provisioning.namespace (cluster, namespace, team, environment)
                values (:cluster, :namespace, :team, :environment) on conflict do nothing""")
                .param("cluster", cluster.value())
                .param("namespace", environment.namespace())
                .param("team", environment.team().value())
                .param("environment", environment.name())
                .update();
        return find(cluster, environment.namespace()).orElseThrow();
    }

    public Optional<Kept> find(ClusterId cluster, String namespace) {
        return jdbc.sql("select * from provisioning.namespace where cluster = :cluster and namespace = :namespace")
                .param("cluster", cluster.value())
                .param("namespace", namespace)
                .query((row, n) -> {
                    var guarded = row.getTimestamp("guarded_at");
                    return new Kept(
                            Optional.ofNullable(row.getString("guard_hash")),
                            guarded == null ? Optional.empty() : Optional.of(guarded.toInstant()),
                            row.getBoolean("ending"));
                })
                .optional();
    }

    void guarded(ClusterId cluster, String namespace, String hash, Instant at) {
        jdbc.sql("""
                update provisioning.namespace set guard_hash = :hash, guarded_at = :at
                where cluster = :cluster and namespace = :namespace""")
                .param("hash", hash)
                .param("at", java.sql.Timestamp.from(at))
                .param("cluster", cluster.value())
                .param("namespace", namespace)
                .update();
    }

    /** Of the guards only the quota was applied: when all of them were is as it was. */
    void resized(ClusterId cluster, String namespace, String hash) {
        jdbc.sql("""
                update provisioning.namespace set guard_hash = :hash
                where cluster = :cluster and namespace = :namespace and guard_hash is not null""")
                .param("hash", hash)
                .param("cluster", cluster.value())
                .param("namespace", namespace)
                .update();
    }

    /** Something about the guards may have changed on the cluster: they are applied again before the next thing is. */
    public void doubt(ClusterId cluster, String namespace) {
        jdbc.sql("""
                update provisioning.namespace set guard_hash = null
                where cluster = :cluster and namespace = :namespace and guard_hash is not null""")
                .param("cluster", cluster.value())
                .param("namespace", namespace)
                .update();
    }

    /**
     * Marks it as ending if nothing needs it. In the caller's transaction. Once begun it goes to its end: who comes meanwhile
     * waits for that.
     */
    boolean end(ClusterId cluster, String namespace) {
        return jdbc.sql("""
                update provisioning.namespace set ending = true where cluster = :cluster and namespace = :namespace
                  and (ending or (
                    not exists (select 1 from provisioning.instance i where i.cluster = :cluster
                      and i.namespace = :namespace and i.state not in ('DELETED', 'DECLINED', 'WITHDRAWN', 'REQUESTED'))
                    and not exists (select 1 from provisioning.object o where o.cluster = :cluster
                      and o.namespace = :namespace)))""")
                        .param("cluster", cluster.value())
                        .param("namespace", namespace)
                        .update()
                > 0;
    }

    void gone(ClusterId cluster, String namespace) {
        jdbc.sql("delete from provisioning.namespace where cluster = :cluster and namespace = :namespace and ending")
                .param("cluster", cluster.value())
                .param("namespace", namespace)
                .update();
    }
}
