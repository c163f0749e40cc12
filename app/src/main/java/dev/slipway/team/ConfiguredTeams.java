package dev.slipway.team;

import dev.slipway.access.Caller;
import dev.slipway.audit.AuditEntry;
import dev.slipway.audit.AuditTrail;
import dev.slipway.kernel.ClusterId;
import dev.slipway.kernel.EnvironmentId;
import dev.slipway.kernel.EnvironmentKind;
import dev.slipway.kernel.TeamId;
import dev.slipway.team.TeamSettings.NewTeam;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Adds the teams of the settings that are not there yet. One that is there is left as it is. */
@Component
@Order(20)
class ConfiguredTeams implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ConfiguredTeams.class);
    private static final int COLOURS = 8;

    private final TeamSettings settings;
    private final StoredTeams teams;
    private final Ledger ledger;
    private final AuditTrail audit;
    private final TransactionTemplate transactions;

    ConfiguredTeams(
            TeamSettings settings,
            StoredTeams teams,
            Ledger ledger,
            AuditTrail audit,
            TransactionTemplate transactions) {
        this.settings = settings;
        this.teams = teams;
        this.ledger = ledger;
        this.audit = audit;
        this.transactions = transactions;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        for (var position = 0; position < settings.teams().size(); position++) {
            ensure(settings.teams().get(position), position % COLOURS + 1);
        }
    }

    private void ensure(NewTeam wanted, int colour) {
        var id = new TeamId(wanted.name());
        try {
            transactions.executeWithoutResult(transaction -> {
                if (teams.find(id).isEmpty()) {
                    add(id, wanted, colour);
                }
            });
        } catch (DataIntegrityViolationException quicker) {
            LOG.debug("Another replica has added the team {}", id);
        }
    }

    private void add(TeamId id, NewTeam wanted, int colour) {
        var title = wanted.title().isBlank() ? wanted.name() : wanted.title();
        teams.add(new TeamView(id, title, colour, environments(id, wanted)));
        ledger.setCeiling(id, Lines.of(wanted.ceiling().holding()));
        audit.record(AuditEntry.of(
                Caller.SYSTEM.person(), "team.added", "team", id.value(), id, "Added the team %s".formatted(title)));
    }

    private static List<EnvironmentView> environments(TeamId team, NewTeam wanted) {
        var clusters = wanted.clusters().stream().map(ClusterId::new).toList();
        return Arrays.stream(EnvironmentKind.values())
                .map(kind ->
                        new EnvironmentView(new EnvironmentId(team, kind.word()), kind, clusters, Optional.empty()))
                .toList();
    }
}
