package dev.slipway.catalog;

import dev.slipway.access.Caller;
import dev.slipway.catalog.DryRunView.OnCluster;
import dev.slipway.catalog.DryRunView.Result;
import dev.slipway.catalog.DryRunView.State;
import dev.slipway.cluster.Clusters.ClusterView;
import dev.slipway.kernel.ClusterId;
import dev.slipway.kernel.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of dry runs, and of the work behind them. */
@Repository
class DryRunRows {

    static final String TASK = "dry-run";

    private static final TypeReference<List<Result>> RESULTS = new TypeReference<>() {};
    private static final int SOMEBODY_WAITS = 100;

    private final JdbcClient jdbc;

    DryRunRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** With its work, in the caller's transaction. */
    UUID begin(Caller caller, DraftView draft, List<ClusterView> clusters, Instant at) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                insert into catalog.dry_run (id, blueprint, content_hash, asked_by, asked_at)
                values (:id, :blueprint, :content, :by, :at)""")
                .param("id", id)
                .param("blueprint", draft.name())
                .param("content", draft.contentHash())
                .param("by", caller.person().value())
                .param("at", Timestamp.from(at))
                .update();
        for (var position = 0; position < clusters.size(); position++) {
            insert(id, clusters.get(position), position);
        }
        jdbc.sql("""
                insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version, priority)
                values (:task, :id, now(), false, 1, :priority)""")
                .param("task", TASK)
                .param("id", id.toString())
                .param("priority", SOMEBODY_WAITS)
                .update();
        return id;
    }

    private void insert(UUID run, ClusterView cluster, int position) {
        jdbc.sql("""
                insert into catalog.dry_run_cluster (run, cluster, title, position, state)
                values (:run, :cluster, :title, :position, 'WAITING')""")
                .param("run", run)
                .param("cluster", cluster.id().value())
                .param("title", cluster.title())
                .param("position", position)
                .update();
    }

    Optional<DryRunView> newest(String blueprint, String contentHash) {
        return jdbc.sql("""
                select * from catalog.dry_run where blueprint = :blueprint and content_hash = :content
                order by asked_at desc, id limit 1""")
                .param("blueprint", blueprint)
                .param("content", contentHash)
                .query(this::view)
                .optional();
    }

    Optional<DryRunView> find(UUID id) {
        return jdbc.sql("select * from catalog.dry_run where id = :id")
                .param("id", id)
                .query(this::view)
                .optional();
    }

    private DryRunView view(ResultSet row, int n) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new DryRunView(
                id,
                row.getString("blueprint"),
                row.getString("content_hash"),
                new PersonId(row.getString("asked_by")),
                row.getTimestamp("asked_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant),
                clusters(id));
    }

    private List<OnCluster> clusters(UUID run) {
        return jdbc.sql("select * from catalog.dry_run_cluster where run = :run order by position")
                .param("run", run)
                .query((row, n) -> new OnCluster(
                        new ClusterId(row.getString("cluster")),
                        row.getString("title"),
                        State.valueOf(row.getString("state")),
                        row.getString("detail"),
                        row.getInt("done"),
                        row.getInt("cases"),
                        JsonMapper.shared().readValue(row.getString("results"), RESULTS)))
                .list();
    }

    /** How a cluster stands now, of so many cases. */
    void write(UUID run, ClusterId cluster, State state, String detail, List<Result> results, int cases) {
        jdbc.sql("""
                update catalog.dry_run_cluster set state = :state, detail = :detail, done = :done, cases = :cases,
                  results = :results::jsonb where run = :run and cluster = :cluster""")
                .param("state", state.name())
                .param("detail", detail)
                .param("done", results.size())
                .param("cases", cases)
                .param("results", JsonMapper.shared().writeValueAsString(results))
                .param("run", run)
                .param("cluster", cluster.value())
                .update();
    }

    void end(UUID run, Instant at) {
        jdbc.sql("update catalog.dry_run set ended_at = :at where id = :run and ended_at is null")
                .param("at", Timestamp.from(at))
                .param("run", run)
                .update();
    }
}
