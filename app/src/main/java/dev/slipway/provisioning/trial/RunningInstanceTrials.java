package dev.slipway.provisioning.trial;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.slipway.access.Caller;
import dev.slipway.blueprint.Blueprint;
import dev.slipway.blueprint.Facts;
import dev.slipway.blueprint.RenderedResource;
import dev.slipway.catalog.InstanceTrial;
import dev.slipway.catalog.InstanceTrial.Group;
import dev.slipway.catalog.InstanceTrial.Tried;
import dev.slipway.catalog.InstanceTrials;
import dev.slipway.kernel.EnvironmentId;
import dev.slipway.kernel.EnvironmentKind;
import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.TeamId;
import dev.slipway.provisioning.intent.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** Tries a version on all running instances of its blueprint, side by side on the cores there are. */
@Component
class RunningInstanceTrials implements InstanceTrials {

    private static final TypeReference<List<RenderedResource>> RESOURCES = new TypeReference<>() {};

    private final JdbcClient jdbc;

    RunningInstanceTrials(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public InstanceTrial of(Caller caller, Blueprint candidate) {
        return of(
                rows(candidate.descriptor().name()).stream()
                        .filter(row ->
                                caller.mayView(row.instance().environment().team()))
                        .toList(),
                candidate);
    }

    static InstanceTrial of(List<Row> rows, Blueprint candidate) {
        var trial = new Trial(candidate);
        var groups = rows.parallelStream()
                .map(row -> Map.entry(trial.of(row.subject()), row.instance()))
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        return new InstanceTrial(groups.entrySet().stream()
                .map(group -> new Group(
                        group.getKey().outcome(),
                        group.getKey().notes(),
                        group.getKey().lines(),
                        group.getValue()))
                .toList());
    }

    /** What is in the row, read only when it is that one's turn. */
    record Row(Tried instance, String namespace, String parameters, String facts, String resources) {

        Subject subject() {
            return new Subject(
                    instance,
                    namespace,
                    Json.map(parameters),
                    Json.read(facts, Facts.class),
                    Json.read(resources, RESOURCES));
        }
    }

    private List<Row> rows(String blueprint) {
        return jdbc.sql("""
                select i.id, i.name, i.team, i.environment, i.environment_kind, i.namespace, r.blueprint_version, r.parameters,
                  r.facts, r.resources from provisioning.instance i
                join provisioning.revision r on r.instance = i.id and r.number = i.revision
                where i.blueprint = :blueprint
                  and i.state in ('QUEUED', 'PROVISIONING', 'READY', 'DEGRADED', 'UPDATING', 'PAUSED', 'FAILED')
                order by i.team, i.environment, i.name""")
                .param("blueprint", blueprint)
                .query(RunningInstanceTrials::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new Tried(
                        new InstanceId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        new EnvironmentId(new TeamId(row.getString("team")), row.getString("environment")),
                        EnvironmentKind.valueOf(row.getString("environment_kind")),
                        row.getString("blueprint_version")),
                row.getString("namespace"),
                row.getString("parameters"),
                row.getString("facts"),
                row.getString("resources"));
    }
}
