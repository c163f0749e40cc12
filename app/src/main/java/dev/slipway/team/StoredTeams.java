package dev.slipway.team;

import dev.slipway.kernel.ClusterId;
import dev.slipway.kernel.EnvironmentId;
import dev.slipway.kernel.EnvironmentKind;
import dev.slipway.kernel.NotFoundException;
import dev.slipway.kernel.TeamId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class StoredTeams implements Teams {

    private static final String ENVIRONMENTS = """
            select team, name, kind, expires,
                   array(select cluster from team.environment_cluster c
                          where c.team = e.team and c.name = e.name order by position) as clusters
              from team.environment e
            """;
    private static final String ORDER = " order by array_position('{DEV,TEST,PROD}'::text[], kind), name";

    private final JdbcClient database;

    StoredTeams(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<TeamView> all() {
        Map<TeamId, List<EnvironmentView>> environments =
                database.sql(ENVIRONMENTS + ORDER).query((row, index) -> environment(row)).list().stream()
                        .collect(Collectors.groupingBy(found -> found.id().team()));
        return database.sql("select id, title, colour from team.team order by title")
                .query((row, index) -> team(row, environments))
                .list();
    }

    @Override
    public TeamView get(TeamId team) {
        return find(team).orElseThrow(() -> Ledger.unknown(team));
    }

    @Override
    public Optional<TeamView> find(TeamId team) {
        var environments = database.sql(ENVIRONMENTS + " where team = ?" + ORDER)
                .param(team.value())
                .query((row, index) -> environment(row))
                .list();
        return database.sql("select id, title, colour from team.team where id = ?")
                .param(team.value())
                .query((row, index) -> team(row, Map.of(team, environments)))
                .optional();
    }

    @Override
    public EnvironmentView environment(EnvironmentId environment) {
        return database.sql(ENVIRONMENTS + " where team = ? and name = ?")
                .params(environment.team().value(), environment.name())
                .query((row, index) -> environment(row))
                .optional()
                .orElseThrow(() -> new NotFoundException(
                        "environment-not-found", "There is no environment %s.".formatted(environment)));
    }

    @Transactional
    public void add(TeamView team) {
        database.sql("insert into team.team (id, title, colour) values (?, ?, ?)")
                .params(team.id().value(), team.title(), team.colour())
                .update();
        team.environments().forEach(this::add);
    }

    private void add(EnvironmentView environment) {
        var id = environment.id();
        database.sql("insert into team.environment (team, name, kind, expires) values (:team, :name, :kind, :expires)")
                .param("team", id.team().value())
                .param("name", id.name())
                .param("kind", environment.kind().name())
                .param("expires", environment.expires().map(Timestamp::from).orElse(null))
                .update();
        for (var position = 0; position < environment.clusters().size(); position++) {
            database.sql("insert into team.environment_cluster (team, name, cluster, position) values (?, ?, ?, ?)")
                    .params(
                            id.team().value(),
                            id.name(),
                            environment.clusters().get(position).value(),
                            position)
                    .update();
        }
    }

    private static TeamView team(ResultSet row, Map<TeamId, List<EnvironmentView>> environments) throws SQLException {
        var id = new TeamId(row.getString("id"));
        return new TeamView(id, row.getString("title"), row.getInt("colour"), environments.getOrDefault(id, List.of()));
    }

    private static EnvironmentView environment(ResultSet row) throws SQLException {
        var clusters = Arrays.stream((String[]) row.getArray("clusters").getArray())
                .map(ClusterId::new)
                .toList();
        return new EnvironmentView(
                new EnvironmentId(new TeamId(row.getString("team")), row.getString("name")),
                EnvironmentKind.valueOf(row.getString("kind")),
                clusters,
                Optional.ofNullable(row.getObject("expires", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
