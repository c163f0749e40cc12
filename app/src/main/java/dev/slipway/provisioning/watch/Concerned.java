package dev.slipway.provisioning.watch;

import dev.slipway.kernel.InstanceId;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which instances a change on a cluster is about. */
@Repository
class Concerned {

    private final JdbcClient jdbc;

    Concerned(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<InstanceId> by(Set<Touched> touched) {
        var instances = new HashSet<InstanceId>();
        touched.forEach(one -> instances.addAll(by(one)));
        return instances;
    }

    /** What belongs to the namespace is waited for by those on their way; what is gone of it, all put back. */
    private Set<InstanceId> by(Touched touched) {
        return jdbc.sql("""
                select id from provisioning.instance where cluster = :cluster and namespace = :namespace
                  and (name = :name or (:name = '' and (:gone or state in ('QUEUED', 'PROVISIONING', 'UPDATING', 'FAILED'))))
                  and state not in ('DELETED', 'DECLINED', 'WITHDRAWN', 'REQUESTED', 'COMPLETED')""")
                .param("cluster", touched.cluster().value())
                .param("namespace", touched.namespace())
                .param("name", touched.instance())
                .param("gone", touched.gone())
                .query((row, n) -> new InstanceId(row.getObject("id", UUID.class)))
                .set();
    }
}
