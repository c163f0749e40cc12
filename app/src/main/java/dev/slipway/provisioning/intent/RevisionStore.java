package dev.slipway.provisioning.intent;

import dev.slipway.blueprint.Facts;
import dev.slipway.blueprint.Needs.SecretNeed;
import dev.slipway.blueprint.Needs.WeightsNeed;
import dev.slipway.blueprint.RenderedResource;
import dev.slipway.cost.GpuNeed;
import dev.slipway.cost.Price;
import dev.slipway.kernel.ClusterId;
import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.PersonId;
import dev.slipway.team.Holding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** The rows of revisions: added, read, never altered. */
@Repository
public class RevisionStore {

    private static final TypeReference<List<HeldShare>> SHARES = new TypeReference<>() {};

    private final JdbcClient jdbc;

    RevisionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Revision revision) {
        jdbc.sql("""
                insert into provisioning.revision (instance, number, blueprint_version, parameters, facts, resources,
                  secrets, weights, shares, plan_hash, signed_hash, holding, gpu, price, summary, submitted_by,
                  submitted_at, submission_key)
                values (:instance, :number, :version, :parameters::jsonb, :facts::jsonb, :resources::jsonb,
                  :secrets::jsonb, :weights::jsonb, :shares::jsonb, :planHash, :signedHash, :holding::jsonb, :gpu::jsonb,
                  :price::jsonb, :summary, :by, :at, :key)""")
                .param("instance", revision.instance().value())
                .param("number", revision.number())
                .param("version", revision.blueprintVersion())
                .param("parameters", Json.write(revision.parameters()))
                .param("facts", Json.write(revision.facts()))
                .param("resources", Json.write(revision.resources()))
                .param("secrets", Json.write(revision.secrets()))
                .param("weights", Json.write(revision.weights()))
                .param("shares", Json.write(revision.shares()))
                .param("planHash", revision.planHash())
                .param("signedHash", revision.signedHash())
                .param("holding", Json.write(revision.holding()))
                .param("gpu", Json.write(revision.gpu()))
                .param("price", Json.write(revision.price()))
                .param("summary", revision.summary())
                .param("by", revision.by().value())
                .param("at", InstanceStore.timestamp(revision.at()))
                .param("key", revision.submissionKey())
                .update();
    }

    public Revision get(InstanceId instance, int number) {
        return jdbc.sql("select * from provisioning.revision where instance = :instance and number = :number")
                .param("instance", instance.value())
                .param("number", number)
                .query(RevisionStore::revision)
                .single();
    }

    /** Newest first. */
    public List<Revision> all(InstanceId instance) {
        return jdbc.sql("select * from provisioning.revision where instance = :instance order by number desc")
                .param("instance", instance.value())
                .query(RevisionStore::revision)
                .list();
    }

    public Optional<Integer> bySubmission(InstanceId instance, String key) {
        return jdbc.sql("select number from provisioning.revision where instance = :instance and submission_key = :key")
                .param("instance", instance.value())
                .param("key", key)
                .query(Integer.class)
                .optional();
    }

    public int last(InstanceId instance) {
        return jdbc.sql("select max(number) from provisioning.revision where instance = :instance")
                .param("instance", instance.value())
                .query(Integer.class)
                .single();
    }

    /**
     * What the instances in a namespace hold; while one changes, for either revision.
     *
     * @param done whether the instance is a job that has done its work and holds its volumes only
     */
    public record Held(Holding holding, List<HeldShare> shares, boolean done) {}

    public List<Held> held(ClusterId cluster, String namespace) {
        return jdbc.sql("""
                select r.holding, r.shares, i.state = 'COMPLETED' as done from provisioning.instance i
                join provisioning.revision r on r.instance = i.id and r.number in (i.revision, i.settled)
                where i.cluster = :cluster and i.namespace = :namespace
                  and i.state not in ('DELETED', 'DECLINED', 'WITHDRAWN', 'REQUESTED')
                order by i.id, r.number""")
                .param("cluster", cluster.value())
                .param("namespace", namespace)
                .query((row, n) -> new Held(
                        Json.read(row.getString("holding"), Holding.class),
                        Json.read(row.getString("shares"), SHARES),
                        row.getBoolean("done")))
                .list();
    }

    private static Revision revision(ResultSet row, int n) throws SQLException {
        return new Revision(
                new InstanceId(row.getObject("instance", UUID.class)),
                row.getInt("number"),
                row.getString("blueprint_version"),
                Json.map(row.getString("parameters")),
                Json.read(row.getString("facts"), Facts.class),
                Json.read(row.getString("resources"), new TypeReference<List<RenderedResource>>() {}),
                Json.read(row.getString("secrets"), new TypeReference<List<SecretNeed>>() {}),
                Json.read(row.getString("weights"), new TypeReference<List<WeightsNeed>>() {}),
                Json.read(row.getString("shares"), SHARES),
                row.getString("plan_hash"),
                row.getString("signed_hash"),
                Json.read(row.getString("holding"), Holding.class),
                Json.read(row.getString("gpu"), new TypeReference<List<GpuNeed>>() {}),
                Json.read(row.getString("price"), Price.class),
                row.getString("summary"),
                new PersonId(row.getString("submitted_by")),
                row.getTimestamp("submitted_at").toInstant(),
                row.getString("submission_key"));
    }
}
