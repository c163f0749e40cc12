package dev.slipway.provisioning.intent;

import dev.slipway.kernel.InstanceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The steps of revisions on their way to readiness, and how long they usually take. */
@Repository
public class Steps {

    /** What is told where nothing has been measured yet. */
    public static final Duration RULE_OF_THUMB = Duration.ofSeconds(90);

    /** Weights that are there are found within this time. */
    public static final Duration FETCHING = Duration.ofSeconds(2);

    private static final String USUALLY_READY = """
            select i.blueprint,
              percentile_cont(0.5) within group (order by extract(epoch from i.ready_at - i.first_go_ahead_at)) as seconds
            from provisioning.instance i
            where i.ready_at is not null and i.first_go_ahead_at is not null
              and i.created_at > now() - interval '30 days' %s
            group by i.blueprint""";

    private final JdbcClient jdbc;

    Steps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Begins the step, if it has not begun, and keeps its present figures. */
    public void begin(InstanceId instance, int revision, String key, String detail, Instant now) {
        jdbc.sql("""
                insert into provisioning.step (instance, revision, key, detail, started_at)
                values (:instance, :revision, :key, :detail, :now)
                on conflict (instance, revision, key) do update set detail = excluded.detail""")
                .param("instance", instance.value())
                .param("revision", revision)
                .param("key", key)
                .param("detail", detail)
                .param("now", InstanceStore.timestamp(now))
                .update();
    }

    /** How long the step took; empty when it had been finished before. */
    public Optional<Duration> finish(InstanceId instance, int revision, String key, String detail, Instant now) {
        begin(instance, revision, key, detail, now);
        return jdbc.sql("""
                update provisioning.step set finished_at = greatest(:now, started_at)
                where instance = :instance and revision = :revision and key = :key and finished_at is null
                returning extract(epoch from finished_at - started_at) * 1000 as took""")
                .param("instance", instance.value())
                .param("revision", revision)
                .param("key", key)
                .param("now", InstanceStore.timestamp(now))
                .query((row, n) -> Duration.ofMillis(row.getLong("took")))
                .optional();
    }

    public List<Step> of(InstanceId instance, int revision) {
        return jdbc.sql("select * from provisioning.step where instance = :instance and revision = :revision")
                .param("instance", instance.value())
                .param("revision", revision)
                .query(Steps::step)
                .list();
    }

    /** The median of each step over the last runs of a blueprint's first revisions. */
    public Map<String, Duration> usual(String blueprint) {
        return jdbc
                .sql("""
                select s.key, percentile_cont(0.5) within group (order by extract(epoch from s.finished_at - s.started_at))
                  as seconds
                from provisioning.step s
                join (select id from provisioning.instance where blueprint = :blueprint and ready_at is not null
                      order by created_at desc limit 50) i on i.id = s.instance
                where s.revision = 1 and s.finished_at is not null group by s.key""")
                .param("blueprint", blueprint)
                .query((row, n) -> Map.entry(row.getString("key"), seconds(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * How long a blueprint usually takes from the go-ahead to its first readiness: the median of the last 30 days. What
     * every page says of it comes from here.
     *
     * @param fetching whether weights had to be fetched first; a step that found them took no time
     */
    public Optional<Duration> usuallyReady(String blueprint, boolean fetching) {
        return jdbc.sql(USUALLY_READY.formatted("""
                        and i.blueprint = :blueprint
                        and (not :fetching or exists (select 1 from provisioning.step s
                          where s.instance = i.id and s.revision = 1 and s.key = 'weights'
                            and s.finished_at - s.started_at > :found * interval '1 second'))"""))
                .param("blueprint", blueprint)
                .param("fetching", fetching)
                .param("found", FETCHING.toSeconds())
                .query((row, n) -> seconds(row))
                .optional();
    }

    /** The same of every blueprint that has been launched, by its name. */
    public Map<String, Duration> usuallyReady() {
        return jdbc
                .sql(USUALLY_READY.formatted(""))
                .query((row, n) -> Map.entry(row.getString("blueprint"), seconds(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Duration seconds(ResultSet row) throws SQLException {
        return Duration.ofMillis((long) (row.getDouble("seconds") * 1000));
    }

    private static Step step(ResultSet row, int n) throws SQLException {
        return new Step(
                row.getString("key"),
                row.getString("detail"),
                row.getTimestamp("started_at").toInstant(),
                InstanceRows.instant(row, "finished_at"));
    }

    public record Step(String key, String detail, Instant started, Optional<Instant> finished) {}
}
