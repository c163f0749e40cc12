package dev.slipway.team;

import dev.slipway.access.Caller;
import dev.slipway.kernel.TeamId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class StoredChoice implements ChosenTeam {

    private final JdbcClient database;
    private final Teams teams;

    StoredChoice(JdbcClient database, Teams teams) {
        this.database = database;
        this.teams = teams;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<TeamView> of(Caller caller) {
        var chosen = database.sql("select coalesce(team, '') from team.chosen where person = ?")
                .param(caller.person().value())
                .query(String.class)
                .optional();
        if (chosen.isPresent() && chosen.get().isEmpty() && mayLookAtAll(caller)) {
            return Optional.empty();
        }
        return chosen.filter(name -> !name.isEmpty())
                .map(TeamId::new)
                .filter(caller::mayView)
                .or(() -> caller.teams().keySet().stream().sorted().findFirst())
                .flatMap(teams::find);
    }

    @Override
    @Transactional
    public void choose(Caller caller, Optional<TeamId> team) {
        team.ifPresent(chosen -> teams.get(caller, chosen));
        database.sql("insert into team.chosen (person, team) values (:person, :team)"
                        + " on conflict (person) do update set team = excluded.team")
                .param("person", caller.person().value())
                .param("team", team.map(TeamId::value).orElse(null))
                .update();
    }

    static boolean mayLookAtAll(Caller caller) {
        return caller.isPlatformAdmin() || caller.isAuditor() || caller.teams().isEmpty();
    }
}
