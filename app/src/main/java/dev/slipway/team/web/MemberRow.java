package dev.slipway.team.web;

import dev.slipway.access.PersonView;
import dev.slipway.access.TeamRole;
import dev.slipway.kernel.TeamId;

/** One person of a team. */
record MemberRow(String id, String name, String role) {

    static MemberRow of(PersonView person, TeamId team) {
        var role = person.teams().get(team) == TeamRole.OWNER ? "Owner" : "Developer";
        return new MemberRow(person.id().value(), person.name(), role);
    }
}
