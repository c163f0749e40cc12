package dev.slipway.provisioning.look;

import dev.slipway.catalog.TrackRecord;
import dev.slipway.catalog.WaysToProduction.Way;
import dev.slipway.kernel.TeamId;
import dev.slipway.provisioning.intent.Steps;
import dev.slipway.team.Teams;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What became of the launches of a blueprint, read off the instances. */
@Repository
class LaunchRecords {

    private final JdbcClient jdbc;
    private final Steps steps;
    private final Teams teams;

    LaunchRecords(JdbcClient jdbc, Steps steps, Teams teams) {
        this.jdbc = jdbc;
        this.steps = steps;
        this.teams = teams;
    }

    /** Over the same launches as the median that every page tells. */
    TrackRecord record(String blueprint) {
        var launches = jdbc.sql("""
                select extract(epoch from i.ready_at - i.first_go_ahead_at) * 1000 as took,
                  i.state in ('FAILED', 'DELETING', 'DELETED') and exists (select 1 from provisioning.timeline t
                    where t.instance = i.id and t.state = 'FAILED') as failed
                from provisioning.instance i
                where i.blueprint = :blueprint and i.first_go_ahead_at is not null
                  and i.created_at > now() - interval '30 days'
                order by took""")
                .param("blueprint", blueprint)
                .query((row, n) -> new Launch(
                        Optional.ofNullable(row.getBigDecimal("took"))
                                .map(BigDecimal::longValue)
                                .map(Duration::ofMillis),
                        row.getBoolean("failed")))
                .list();
        return new TrackRecord(
                launches.stream().flatMap(launch -> launch.took().stream()).toList(),
                (int) launches.stream()
                        .filter(launch -> launch.took().isEmpty() && launch.failed())
                        .count(),
                steps.usuallyReady(blueprint, false));
    }

    private record Launch(Optional<Duration> took, boolean failed) {}

    /** Of every team that has ever launched it, the first to begin first. */
    List<Way> waysToProduction(String blueprint) {
        return jdbc.sql("""
                select team, min(created_at) as begun, min(ready_at) filter (where environment_kind = 'PROD') as arrived
                from provisioning.instance where blueprint = :blueprint group by team order by begun, team""")
                .param("blueprint", blueprint)
                .query((row, n) -> {
                    var team = new TeamId(row.getString("team"));
                    return new Way(
                            team,
                            teams.get(team).title(),
                            row.getTimestamp("begun").toInstant(),
                            Optional.ofNullable(row.getTimestamp("arrived")).map(Timestamp::toInstant));
                })
                .list();
    }
}
