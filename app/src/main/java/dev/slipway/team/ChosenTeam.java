package dev.slipway.team;

import dev.slipway.access.Caller;
import dev.slipway.kernel.TeamId;
import java.util.Optional;

/** Which team a person is looking at. It is remembered from one sign-in to the next. */
public interface ChosenTeam {

    /** What was chosen last; else a member's first team; else none, which means all that the caller may see. */
    Optional<TeamView> of(Caller caller);

    /**
     * None for all teams.
     *
     * @throws dev.slipway.kernel.NotFoundException when the caller may not know of the team
     */
    void choose(Caller caller, Optional<TeamId> team);
}
