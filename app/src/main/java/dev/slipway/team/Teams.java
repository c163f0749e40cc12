package dev.slipway.team;

import dev.slipway.access.Caller;
import dev.slipway.kernel.EnvironmentId;
import dev.slipway.kernel.TeamId;
import java.util.List;
import java.util.Optional;

/** The teams and their environments. Only the methods that take a {@link Caller} ask what somebody may know of. */
public interface Teams {

    /** By title. */
    List<TeamView> all();

    /** Those that the caller may know of, by title. */
    default List<TeamView> visibleTo(Caller caller) {
        return all().stream().filter(team -> caller.mayView(team.id())).toList();
    }

    /** @throws dev.slipway.kernel.NotFoundException when there is no such team */
    TeamView get(TeamId team);

    /** @throws dev.slipway.kernel.NotFoundException when there is no such team, or none that the caller may know of */
    default TeamView get(Caller caller, TeamId team) {
        return find(team).filter(found -> caller.mayView(team)).orElseThrow(() -> Ledger.unknown(team));
    }

    Optional<TeamView> find(TeamId team);

    /** @throws dev.slipway.kernel.NotFoundException when there is no such environment */
    EnvironmentView environment(EnvironmentId environment);
}
