package dev.slipway.team;

import dev.slipway.kernel.Amounts;
import dev.slipway.kernel.ClusterId;
import dev.slipway.kernel.EnvironmentId;
import dev.slipway.kernel.EnvironmentKind;
import dev.slipway.kernel.GpuSlices;
import dev.slipway.kernel.Money;
import dev.slipway.kernel.TeamId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Four teams of Aldermoor, an insurer that does not exist. Put into an empty database, in demo mode only. */
@Component
@Order(20)
@ConditionalOnBooleanProperty("slipway.demo")
class DemoTeams implements ApplicationRunner {

    private static final long GIB = 1L << 30;
    private static final ClusterId HAMBURG = new ClusterId("ham-1");
    private static final ClusterId FRANKFURT = new ClusterId("fra-2");
    private static final ClusterId EDGE = new ClusterId("muc-edge");

    private final StoredTeams teams;
    private final Ledger ledger;

    DemoTeams(StoredTeams teams, Ledger ledger) {
        this.teams = teams;
        this.ledger = ledger;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (teams.all().isEmpty()) {
            add("claims", "Claims", 1, List.of(HAMBURG, FRANKFURT), ceiling(24, 8, 0, 96, 6_500));
            add("fraud", "Fraud", 2, List.of(HAMBURG), ceiling(48, 0, 0, 160, 18_000));
            add("assist", "Assist", 3, List.of(HAMBURG, FRANKFURT, EDGE), ceiling(32, 16, 4, 160, 20_000));
            add("search", "Search", 4, List.of(FRANKFURT, HAMBURG), ceiling(24, 16, 0, 128, 14_000));
        }
    }

    private void add(String name, String title, int colour, List<ClusterId> clusters, Holding ceiling) {
        var team = new TeamId(name);
        var environments = List.of(
                environment(team, EnvironmentKind.DEV, clusters.reversed()),
                environment(team, EnvironmentKind.TEST, clusters),
                environment(team, EnvironmentKind.PROD, clusters));
        teams.add(new TeamView(team, title, colour, environments));
        ledger.setCeiling(team, Lines.of(ceiling));
    }

    private static EnvironmentView environment(TeamId team, EnvironmentKind kind, List<ClusterId> clusters) {
        return new EnvironmentView(new EnvironmentId(team, kind.word()), kind, clusters, Optional.empty());
    }

    private static Holding ceiling(long h100, long a100, long l4, long cores, long monthly) {
        var gpu = Map.of(
                "H100", GpuSlices.of(h100),
                "A100-80", GpuSlices.of(a100),
                "L4", GpuSlices.of(l4));
        return new Holding(
                new Amounts(cores * 1_000, cores * 8 * GIB, 4_000 * GIB, 0, gpu), Money.of(Long.toString(monthly)));
    }
}
