package dev.slipway.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.kernel.ClusterId;
import dev.slipway.kernel.EnvironmentId;
import dev.slipway.kernel.EnvironmentKind;
import dev.slipway.kernel.NotFoundException;
import dev.slipway.kernel.TeamId;
import dev.slipway.testing.SlipwayTest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@SlipwayTest
class TeamsTests {

    private static final TeamId CLAIMS = new TeamId("claims");
    private static final TeamId ASSIST = new TeamId("assist");
    private static final List<ClusterId> CLUSTERS =
            List.of(new ClusterId("zrh-9"), new ClusterId("ams-1"), new ClusterId("muc-5"));

    @Autowired
    StoredTeams teams;

    @Autowired
    Ledger ledger;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void environmentsAreInOrderAndKnowTheClusterTheyPrefer() {
        var trial = new EnvironmentView(
                new EnvironmentId(CLAIMS, "a-trial"),
                EnvironmentKind.DEV,
                CLUSTERS.reversed(),
                Optional.of(Instant.parse("2030-01-02T03:04:05.123456Z")));
        var prod = environment(CLAIMS, EnvironmentKind.PROD);
        var dev = environment(CLAIMS, EnvironmentKind.DEV);
        teams.add(new TeamView(CLAIMS, "Claims", 1, List.of(prod, dev, trial)));
        teams.add(new TeamView(ASSIST, "Assist", 3, List.of(environment(ASSIST, EnvironmentKind.TEST))));

        assertThat(teams.get(CLAIMS)).isEqualTo(new TeamView(CLAIMS, "Claims", 1, List.of(trial, dev, prod)));
        assertThat(teams.all()).extracting(TeamView::id).containsExactly(ASSIST, CLAIMS);
        assertThat(teams.all().getLast()).isEqualTo(teams.get(CLAIMS));
        assertThat(teams.environment(trial.id())).isEqualTo(trial);
        assertThatThrownBy(() -> teams.environment(new EnvironmentId(ASSIST, "dev")))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void theLedgerSeesATeamOfTheSameTransaction() {
        var passing = new TeamId("passing");
        transactions.executeWithoutResult(transaction -> {
            teams.add(new TeamView(passing, "Passing", 2, List.of()));
            ledger.lock(passing);
            transaction.setRollbackOnly();
        });

        assertThat(teams.find(passing)).isEmpty();
    }

    private static EnvironmentView environment(TeamId team, EnvironmentKind kind) {
        return new EnvironmentView(new EnvironmentId(team, kind.word()), kind, CLUSTERS, Optional.empty());
    }
}
