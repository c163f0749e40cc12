package dev.slipway.provisioning.intent;

import dev.slipway.cluster.ObjectKey;
import dev.slipway.kernel.ClusterId;
import dev.slipway.kernel.InstanceId;
import dev.slipway.provisioning.ObjectView.Condition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What instances have on clusters. A row is there before its object and goes after it. */
@Repository
public class Inventory {

    private final JdbcClient jdbc;

    Inventory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Claims the objects of a revision; those that the instance has already are carried over to it.
     *
     * @return what another instance has, as {@code Service search}; empty when all could be claimed
     */
    public List<String> claim(Collection<OwnedObject> objects) {
        return objects.stream()
                .filter(object -> !claim(object))
                .map(OwnedObject::title)
                .toList();
    }

    private boolean claim(OwnedObject object) {
        return jdbc.sql("""
                insert into provisioning.object as o (instance, role, resource, revision, wave, position, cluster,
                  namespace, api_version, api_group, kind, name, condition, retain)
                values (:instance, :role, :resource, :revision, :wave, :position, :cluster, :namespace, :apiVersion,
                  :group, :kind, :name, :condition, :retain)
                on conflict (cluster, namespace, api_group, kind, name) do update set
                  revision = excluded.revision, resource = excluded.resource, wave = excluded.wave,
                  position = excluded.position, api_version = excluded.api_version, retain = excluded.retain
                where o.instance = excluded.instance""")
                        .param("instance", object.instance().value())
                        .param("role", object.role().name())
                        .param("resource", object.resource())
                        .param("revision", object.revision())
                        .param("wave", object.wave())
                        .param("position", object.position())
                        .param("cluster", object.cluster().value())
                        .param("namespace", String.valueOf(object.key().namespace()))
                        .param("apiVersion", object.key().apiVersion())
                        .param("group", OwnedObject.group(object.key().apiVersion()))
                        .param("kind", object.key().kind())
                        .param("name", object.key().name())
                        .param("condition", object.condition().name())
                        .param("retain", object.retain())
                        .update()
                > 0;
    }

    /** In the order in which they are applied. */
    public List<OwnedObject> of(InstanceId instance) {
        return jdbc.sql("select * from provisioning.object where instance = :instance order by wave, position, name")
                .param("instance", instance.value())
                .query(Inventory::object)
                .list();
    }

    public void update(OwnedObject object) {
        jdbc.sql("""
                update provisioning.object set uid = :uid, hash = :hash, live_hash = :liveHash, condition = :condition,
                  detail = :detail, applied_at = :appliedAt
                where cluster = :cluster and namespace = :namespace and api_group = :group and kind = :kind
                  and name = :name and instance = :instance""")
                .param("uid", object.uid().orElse(null))
                .param("hash", object.hash().orElse(null))
                .param("liveHash", object.liveHash().orElse(null))
                .param("condition", object.condition().name())
                .param("detail", object.detail())
                .param("appliedAt", InstanceStore.timestamp(object.appliedAt()))
                .param("cluster", object.cluster().value())
                .param("namespace", String.valueOf(object.key().namespace()))
                .param("group", OwnedObject.group(object.key().apiVersion()))
                .param("kind", object.key().kind())
                .param("name", object.key().name())
                .param("instance", object.instance().value())
                .update();
    }

    public void remove(OwnedObject object) {
        jdbc.sql("""
                delete from provisioning.object where cluster = :cluster and namespace = :namespace
                  and api_group = :group and kind = :kind and name = :name and instance = :instance""")
                .param("cluster", object.cluster().value())
                .param("namespace", String.valueOf(object.key().namespace()))
                .param("group", OwnedObject.group(object.key().apiVersion()))
                .param("kind", object.key().kind())
                .param("name", object.key().name())
                .param("instance", object.instance().value())
                .update();
    }

    private static OwnedObject object(ResultSet row, int n) throws SQLException {
        return new OwnedObject(
                new InstanceId(row.getObject("instance", UUID.class)),
                OwnedObject.Role.valueOf(row.getString("role")),
                row.getString("resource"),
                row.getInt("revision"),
                row.getInt("wave"),
                row.getInt("position"),
                new ClusterId(row.getString("cluster")),
                new ObjectKey(
                        row.getString("api_version"),
                        row.getString("kind"),
                        row.getString("namespace"),
                        row.getString("name")),
                Optional.ofNullable(row.getString("uid")),
                Optional.ofNullable(row.getString("hash")),
                Optional.ofNullable(row.getString("live_hash")),
                Condition.valueOf(row.getString("condition")),
                row.getString("detail"),
                InstanceRows.instant(row, "applied_at"),
                row.getBoolean("retain"));
    }
}
