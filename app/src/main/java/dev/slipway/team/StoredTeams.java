package dev.slipway.team;

import dev.slipway.kernel.EnvironmentId;
import dev.slipway.kernel.NotFoundException;
import dev.slipway.kernel.TeamId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class StoredTeams implements Teams {

    private final TeamRepository teams;

    StoredTeams(TeamRepository teams) {
        this.teams = teams;
    }

    @Override
    public List<TeamView> all() {
        return teams.findAllByOrderByTitle().stream().map(Team::view).toList();
    }

    @Override
    public TeamView get(TeamId team) {
        return find(team).orElseThrow(() -> Ledger.unknown(team));
    }

    @Override
    public Optional<TeamView> find(TeamId team) {
        return teams.findById(team.value()).map(Team::view);
    }

    @Override
    public EnvironmentView environment(EnvironmentId environment) {
        return teams.findById(environment.team().value())
                .flatMap(team -> team.environment(environment.name()))
                .orElseThrow(() -> new NotFoundException(
                        "environment-not-found", "There is no environment %s.".formatted(environment)));
    }

    @Transactional
    public void add(TeamView team) {
        teams.saveAndFlush(new Team(team));
    }
}
