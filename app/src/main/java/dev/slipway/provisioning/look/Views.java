package dev.slipway.provisioning.look;

import dev.slipway.access.Caller;
import dev.slipway.access.People;
import dev.slipway.cost.Usage;
import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.Money;
import dev.slipway.kernel.TeamId;
import dev.slipway.provisioning.InstanceFilter;
import dev.slipway.provisioning.InstanceView;
import dev.slipway.provisioning.intent.HeldShare;
import dev.slipway.provisioning.intent.Instance;
import dev.slipway.provisioning.intent.InstanceRows;
import dev.slipway.provisioning.intent.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** Instances as people see them. */
@Repository
public class Views {

    private static final TypeReference<List<HeldShare>> SHARES = new TypeReference<>() {};
    private static final String SELECT = """
            select i.*, r.blueprint_version, r.parameters, r.shares from provisioning.instance i
            join provisioning.revision r on r.instance = i.id and r.number = i.revision
            """;

    private static final String FILTER = """
            where (:team::text is null or i.team = :team) and (:environment::text is null or i.environment = :environment)
              and (:blueprint::text is null or i.blueprint = :blueprint) and (:state::text is null or i.state = :state)
              and (:text = '' or i.name like '%' || :text || '%')
              and (:ended or i.state not in ('DELETED', 'DECLINED', 'WITHDRAWN'))
            """;

    private final JdbcClient jdbc;
    private final Usage usage;
    private final People people;
    private final InstantSource clock;

    Views(JdbcClient jdbc, Usage usage, People people, InstantSource clock) {
        this.jdbc = jdbc;
        this.usage = usage;
        this.people = people;
        this.clock = clock;
    }

    public List<InstanceView> list(Caller caller, InstanceFilter filter) {
        return first(caller::mayView, filter, Integer.MAX_VALUE);
    }

    /** The first of those of certain teams. */
    public List<InstanceView> first(Predicate<TeamId> teams, InstanceFilter filter, int most) {
        return filtered(SELECT + FILTER + """
                order by case i.state when 'FAILED' then 0 when 'DEGRADED' then 0 when 'REQUESTED' then 1
                  when 'QUEUED' then 1 when 'PROVISIONING' then 1 when 'UPDATING' then 1 when 'DELETING' then 2
                  when 'DELETED' then 4 when 'DECLINED' then 4 when 'WITHDRAWN' then 4 else 3 end, i.name, i.created_at desc
                """, filter).query(Views::row).list().stream()
                .filter(row -> teams.test(row.instance().origin().team()))
                .limit(most)
                .map(this::view)
                .toList();
    }

    public int count(Caller caller, InstanceFilter filter) {
        return filtered(
                        "select i.team, count(*) as number from provisioning.instance i " + FILTER + " group by i.team",
                        filter)
                .query((row, n) -> caller.mayView(new TeamId(row.getString("team"))) ? row.getInt("number") : 0)
                .list()
                .stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private JdbcClient.StatementSpec filtered(String sql, InstanceFilter filter) {
        return jdbc.sql(sql)
                .param("team", filter.team().map(TeamId::value).orElse(null))
                .param("environment", filter.environment().orElse(null))
                .param("blueprint", filter.blueprint().orElse(null))
                .param("state", filter.state().map(Enum::name).orElse(null))
                .param("text", filter.text())
                .param("ended", filter.ended());
    }

    public Optional<InstanceView> find(InstanceId id) {
        return jdbc.sql(SELECT + "where i.id = :id")
                .param("id", id.value())
                .query(Views::row)
                .optional()
                .map(this::view);
    }

    private record Row(Instance instance, String version, Map<String, Object> parameters, List<HeldShare> shares) {}

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                InstanceRows.instance(row, number),
                row.getString("blueprint_version"),
                Json.map(row.getString("parameters")),
                Json.read(row.getString("shares"), SHARES));
    }

    private InstanceView view(Row row) {
        var instance = row.instance();
        var origin = instance.origin();
        var status = instance.status();
        return new InstanceView(
                origin.id(),
                origin.name(),
                origin.environment(),
                origin.kind(),
                origin.cluster(),
                origin.namespace(),
                origin.blueprint(),
                origin.blueprintTitle(),
                row.version(),
                status.state(),
                status.since(),
                status.sentence(),
                status.problem(),
                instance.revision(),
                row.parameters(),
                row.shares().stream().map(HeldShare::share).toList(),
                usage.rate(origin.id()).orElse(Money.ZERO),
                usage.soFar(origin.id(), clock.instant()),
                instance.outputs(),
                origin.createdBy(),
                people.nameOf(origin.createdBy()),
                origin.createdAt(),
                instance.moments().ready(),
                instance.moments().expires(),
                instance.aim().request(),
                status.nextTry());
    }
}
