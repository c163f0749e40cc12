package dev.slipway.team.web;

import dev.slipway.kernel.NotFoundException;
import dev.slipway.kernel.TeamId;

/** Teams as addresses name them. */
final class TeamIds {

    private TeamIds() {}

    static TeamId of(String text) {
        try {
            return new TeamId(text);
        } catch (IllegalArgumentException noName) {
            throw new NotFoundException("team-not-found", "There is no such team.");
        }
    }
}
