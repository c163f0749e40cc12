package dev.slipway.provisioning.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.slipway.access.Caller;
import dev.slipway.kernel.EnvironmentKind;
import dev.slipway.kernel.Money;
import dev.slipway.kernel.TeamId;
import dev.slipway.provisioning.InstanceTopics;
import dev.slipway.provisioning.InstanceView;
import dev.slipway.shell.ui.GpuStripView;
import dev.slipway.shell.ui.Tab;
import dev.slipway.team.TeamView;
import dev.slipway.team.Teams;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts together lists of instances: rows, and the filters as links with how many each leads to. */
@Component
class InstanceLists {

    /** dev, test, prod in this order; the rest by name. */
    private static final Comparator<String> IN_ORDER = Comparator.<String>comparingInt(
                    word -> kind(word).map(Enum::ordinal).orElse(EnvironmentKind.values().length))
            .thenComparing(Comparator.naturalOrder());

    private final Teams teams;

    InstanceLists(Teams teams) {
        this.teams = teams;
    }

    /**
     * @param total how many there are before the links narrow them down
     */
    record InstanceList(
            List<Row> rows,
            int total,
            Money hourly,
            InstanceQuery query,
            List<Tab> states,
            List<Tab> environments,
            List<Tab> blueprints) {}

    /** An instance with its team and a small strip of each share that it holds. */
    record Row(InstanceView instance, TeamView team, List<Held> held) {}

    /** A share, and how many of it. */
    record Held(long count, GpuStripView strip) {}

    InstanceList of(List<InstanceView> all, InstanceQuery query) {
        var rows = all.stream().filter(query::matches).map(this::row).toList();
        return new InstanceList(
                rows,
                all.size(),
                rows.stream().map(row -> row.instance().hourly()).reduce(Money.ZERO, Money::plus),
                query,
                tabs(
                        query,
                        "state",
                        query.state(),
                        all,
                        instance -> instance.state().word(),
                        InstanceLists::state),
                tabs(
                        query,
                        "environment",
                        query.environment(),
                        all,
                        instance -> instance.kind().word(),
                        instance -> instance.kind().word()),
                tabs(
                        query,
                        "blueprint",
                        query.blueprint(),
                        all,
                        InstanceView::blueprint,
                        InstanceView::blueprintTitle));
    }

    private static String state(InstanceView instance) {
        return Words.title(instance.state().word());
    }

    Row row(InstanceView instance) {
        var team = teams.get(instance.environment().team());
        return new Row(instance, team, instance.state().holdsGpu() ? held(instance, team) : List.of());
    }

    private static List<Held> held(InstanceView instance, TeamView team) {
        return instance.shares().stream()
                .map(share -> new Held(
                        share.count(),
                        Strips.held(share, team.colour(), instance.kind().word())))
                .toList();
    }

    /** The topics of the teams that the list shows. */
    String[] topics(Caller caller, InstanceQuery query) {
        return query.team()
                .map(Stream::of)
                .orElseGet(() -> viewed(caller))
                .map(InstanceTopics::of)
                .toArray(String[]::new);
    }

    private Stream<TeamId> viewed(Caller caller) {
        return teams.all().stream().map(TeamView::id).filter(caller::mayView);
    }

    private static List<Tab> tabs(
            InstanceQuery query,
            String name,
            String present,
            List<InstanceView> all,
            Function<InstanceView, String> value,
            Function<InstanceView, String> label) {
        var everything = new Tab("Any " + name, query.with(name, ""), String.valueOf(all.size()), present.isEmpty());
        var each = all.stream().collect(groupingBy(value, () -> new TreeMap<>(IN_ORDER), toList())).entrySet().stream()
                .map(group -> new Tab(
                        label.apply(group.getValue().getFirst()),
                        query.with(name, group.getKey()),
                        String.valueOf(group.getValue().size()),
                        group.getKey().equals(present)));
        return Stream.concat(Stream.of(everything), each).toList();
    }

    private static Optional<EnvironmentKind> kind(String word) {
        return Arrays.stream(EnvironmentKind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst();
    }
}
