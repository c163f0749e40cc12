package dev.slipway.team;

import dev.slipway.kernel.EnvironmentId;
import dev.slipway.kernel.TeamId;
import java.util.List;
import java.util.Optional;

/** The teams and their environments. What a caller may know of is asked of the {@code Caller}, not here. */
public interface Teams {

    /** By title. */
    List<TeamView> all();

    /** @throws dev.slipway.kernel.NotFoundException when there is no such team */
    TeamView get(TeamId team);

    Optional<TeamView> find(TeamId team);

    /** @throws dev.slipway.kernel.NotFoundException when there is no such environment */
    EnvironmentView environment(EnvironmentId environment);
}
