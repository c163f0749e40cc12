package dev.slipway.provisioning.look;

import dev.slipway.access.Caller;
import dev.slipway.catalog.InstancesOfBlueprint;
import dev.slipway.catalog.TrackRecord;
import dev.slipway.catalog.WaysToProduction;
import dev.slipway.provisioning.InstanceFilter;
import dev.slipway.provisioning.InstanceState;
import dev.slipway.provisioning.InstanceView;
import dev.slipway.provisioning.intent.Steps;
import dev.slipway.provisioning.plan.Words;
import dev.slipway.shell.ui.GpuStripView;
import dev.slipway.team.Teams;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the catalog shows of instances. */
@Component
class BlueprintFigures implements InstancesOfBlueprint {

    private static final int MOST_STRIPS = 4;

    private final JdbcClient jdbc;
    private final Steps steps;
    private final Views views;
    private final LaunchRecords records;
    private final Teams teams;

    BlueprintFigures(JdbcClient jdbc, Steps steps, Views views, LaunchRecords records, Teams teams) {
        this.jdbc = jdbc;
        this.steps = steps;
        this.views = views;
        this.records = records;
        this.teams = teams;
    }

    @Override
    public Map<String, Figures> figures() {
        var ready = steps.usuallyReady();
        return jdbc
                .sql("""
                select blueprint, count(*) filter (where state not in ('DELETED', 'DECLINED', 'WITHDRAWN')) as instances
                from provisioning.instance group by blueprint""")
                .query((row, n) -> Map.entry(
                        row.getString("blueprint"),
                        new Figures(
                                row.getLong("instances"), Optional.ofNullable(ready.get(row.getString("blueprint"))))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Map<String, Long> byVersion(String blueprint) {
        return jdbc
                .sql("""
                select r.blueprint_version, count(*) as instances from provisioning.instance i
                join provisioning.revision r on r.instance = i.id and r.number = i.revision
                where i.blueprint = :blueprint and i.state not in ('DELETED', 'DECLINED', 'WITHDRAWN')
                group by r.blueprint_version""")
                .param("blueprint", blueprint)
                .query((row, n) -> Map.entry(row.getString("blueprint_version"), row.getLong("instances")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Running running(Caller caller, String blueprint, int most) {
        var wanted = InstanceFilter.ofBlueprint(blueprint);
        var named = views.first(caller::mayView, wanted, most).stream()
                .map(this::named)
                .toList();
        return new Running(named, views.count(caller, wanted));
    }

    private Named named(InstanceView view) {
        return new Named(
                view.id().toString(),
                view.name(),
                teams.get(view.environment().team()).title(),
                view.environment().name(),
                view.kind().word(),
                view.blueprintVersion(),
                view.state().name(),
                view.createdByName(),
                view.createdAt());
    }

    @Override
    public TrackRecord record(String blueprint) {
        return records.record(blueprint);
    }

    @Override
    public WaysToProduction waysToProduction(Caller caller, String blueprint) {
        var all = records.waysToProduction(blueprint);
        var took = all.stream().flatMap(way -> way.took().stream()).sorted().toList();
        return new WaysToProduction(
                all.stream().filter(way -> caller.mayView(way.team())).toList(), median(took), took.size());
    }

    private static Optional<Duration> median(List<Duration> sorted) {
        var size = sorted.size();
        return size == 0
                ? Optional.empty()
                : Optional.of(
                        sorted.get((size - 1) / 2).plus(sorted.get(size / 2)).dividedBy(2));
    }

    @Override
    public List<Mine> mine(Caller caller, int most) {
        return views.first(caller::mayWork, InstanceFilter.ALL, most).stream()
                .map(this::mine)
                .toList();
    }

    private Mine mine(InstanceView view) {
        var strips = strips(view);
        return new Mine(
                view.id().toString(),
                view.name(),
                view.environment().team().value(),
                view.environment().name(),
                Words.capital(view.state().word()),
                tone(view.state()),
                view.problem().map(problem -> problem.cause()).orElse(""),
                strips.stream().limit(MOST_STRIPS).toList(),
                Math.max(0, strips.size() - MOST_STRIPS),
                view.hourly());
    }

    private List<GpuStripView> strips(InstanceView view) {
        var colour = teams.get(view.environment().team()).colour();
        return view.shares().stream()
                .filter(share -> view.state().holdsGpu())
                .flatMap(share -> Collections.nCopies(
                        Math.toIntExact(share.count()),
                        share.strip().draw(slice -> slice.of(colour, view.kind().word()), share.words()))
                        .stream())
                .toList();
    }

    private static String tone(InstanceState state) {
        return switch (state) {
            case READY, COMPLETED -> "ok";
            case QUEUED, PROVISIONING, UPDATING, DELETING -> "info";
            case REQUESTED -> "wait";
            case DEGRADED -> "warn";
            case FAILED, DECLINED -> "bad";
            case PAUSED, WITHDRAWN, DELETED -> "idle";
        };
    }
}
