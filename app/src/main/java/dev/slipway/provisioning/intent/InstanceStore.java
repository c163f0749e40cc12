package dev.slipway.provisioning.intent;

import dev.slipway.kernel.ClusterId;
import dev.slipway.kernel.EnvironmentId;
import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.PersonId;
import dev.slipway.provisioning.live.Announcements;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of instances. Every change is told to browsers when its transaction is through. */
@Repository
public class InstanceStore {

    private final JdbcClient jdbc;
    private final Timeline timeline;
    private final Announcements announcements;

    InstanceStore(JdbcClient jdbc, Timeline timeline, Announcements announcements) {
        this.jdbc = jdbc;
        this.timeline = timeline;
        this.announcements = announcements;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when name or submission key are taken */
    public void insert(Instance instance) {
        var origin = instance.origin();
        jdbc.sql("""
                insert into provisioning.instance (id, name, team, environment, environment_kind, cluster, namespace,
                  blueprint, blueprint_title, wanted, revision, state, state_since, sentence, created_by, created_at,
                  submission_key)
                values (:id, :name, :team, :environment, :kind, :cluster, :namespace, :blueprint, :title, 'NOTHING', 1,
                  :state, :now, '', :by, :now, :key)""")
                .param("id", origin.id().value())
                .param("name", origin.name())
                .param("team", origin.team().value())
                .param("environment", origin.environment().name())
                .param("kind", origin.kind().name())
                .param("cluster", origin.cluster().value())
                .param("namespace", origin.namespace())
                .param("blueprint", origin.blueprint())
                .param("title", origin.blueprintTitle())
                .param("state", instance.state().name())
                .param("now", timestamp(origin.createdAt()))
                .param("by", origin.createdBy().value())
                .param("key", origin.submissionKey())
                .update();
        save(instance);
    }

    /**
     * Writes what has changed.
     *
     * @throws StaleInstance when somebody else has written it since it was read
     */
    public void save(Instance instance) {
        var aim = instance.aim();
        var status = instance.status();
        var moments = instance.moments();
        var rows = jdbc.sql("""
                update provisioning.instance set wanted = :wanted, revision = :revision, settled = :settled,
                  pending = :pending, request = :request, wake = :wake, state = :state, state_since = :since,
                  sentence = :sentence, problem = :problem::jsonb, failures = :failures, next_try = :nextTry,
                  outputs = :outputs::jsonb, metered = :metered, go_ahead_at = :goAhead,
                  first_go_ahead_at = coalesce(first_go_ahead_at, :goAhead), ready_at = :ready,
                  ended_at = :ended, expires_at = :expires, version = version + 1
                where id = :id and version = :version""")
                .param("wanted", aim.wanted().name())
                .param("revision", aim.revision())
                .param("settled", aim.settled())
                .param("pending", aim.pending().orElse(null))
                .param("request", aim.request().map(request -> request.value()).orElse(null))
                .param("wake", aim.wake())
                .param("state", status.state().name())
                .param("since", timestamp(status.since()))
                .param("sentence", status.sentence())
                .param("problem", status.problem().map(Json::write).orElse(null))
                .param("failures", status.failures())
                .param("nextTry", timestamp(status.nextTry()))
                .param("outputs", Json.write(instance.outputs()))
                .param("metered", instance.isMetered())
                .param("goAhead", timestamp(moments.goAhead()))
                .param("ready", timestamp(moments.ready()))
                .param("ended", timestamp(moments.ended()))
                .param("expires", timestamp(moments.expires()))
                .param("id", instance.id().value())
                .param("version", instance.version())
                .update();
        if (rows == 0) {
            throw new StaleInstance(instance.id());
        }
        timeline.add(instance.id(), instance.happenings());
        announcements.changed(instance.id(), instance.origin().team());
        instance.saved();
    }

    public Optional<Instance> find(InstanceId id) {
        return jdbc.sql("select * from provisioning.instance where id = :id")
                .param("id", id.value())
                .query(InstanceRows::instance)
                .optional();
    }

    /** Reads it and keeps others from writing it until the transaction ends. */
    public Optional<Instance> lock(InstanceId id) {
        return jdbc.sql("select * from provisioning.instance where id = :id for no key update")
                .param("id", id.value())
                .query(InstanceRows::instance)
                .optional();
    }

    public Optional<InstanceId> bySubmission(PersonId person, String key) {
        return jdbc.sql("select id from provisioning.instance where created_by = :by and submission_key = :key")
                .param("by", person.value())
                .param("key", key)
                .query((row, n) -> new InstanceId(row.getObject("id", java.util.UUID.class)))
                .optional();
    }

    public Optional<Instance> byName(EnvironmentId environment, String name) {
        return jdbc.sql("""
                select * from provisioning.instance where team = :team and environment = :environment and name = :name
                  and state not in ('DELETED', 'DECLINED', 'WITHDRAWN')""")
                .param("team", environment.team().value())
                .param("environment", environment.name())
                .param("name", name)
                .query(InstanceRows::instance)
                .optional();
    }

    /** Those that have, or may have, something in the namespace. */
    public List<Instance> living(ClusterId cluster, String namespace) {
        return jdbc.sql("""
                select * from provisioning.instance where cluster = :cluster and namespace = :namespace
                  and state not in ('DELETED', 'DECLINED', 'WITHDRAWN', 'REQUESTED')""")
                .param("cluster", cluster.value())
                .param("namespace", namespace)
                .query(InstanceRows::instance)
                .list();
    }

    /** Those that live and are at this version. */
    public List<InstanceId> ofVersion(String blueprint, String version) {
        return jdbc.sql("""
                select i.id from provisioning.instance i
                join provisioning.revision r on r.instance = i.id and r.number = i.revision
                where i.blueprint = :blueprint and r.blueprint_version = :version
                  and i.state not in ('DELETED', 'DECLINED', 'WITHDRAWN')
                order by i.id""")
                .param("blueprint", blueprint)
                .param("version", version)
                .query((row, n) -> new InstanceId(row.getObject("id", UUID.class)))
                .list();
    }

    static @Nullable Timestamp timestamp(Optional<Instant> at) {
        return at.map(Timestamp::from).orElse(null);
    }

    static Timestamp timestamp(Instant at) {
        return Timestamp.from(at);
    }
}
