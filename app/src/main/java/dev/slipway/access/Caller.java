package dev.slipway.access;

import dev.slipway.kernel.PersonId;
import dev.slipway.kernel.TeamId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who asks, and what they may. Controllers take it as a parameter; facades take it first.
 *
 * @param name as it is read: {@code Mira Okafor}
 * @param teams the person's own teams
 * @param approves for which teams the person decides requests
 */
public record Caller(
        PersonId person, String name, Set<PlatformRole> roles, Map<TeamId, TeamRole> teams, ApproverScope approves) {

    /** Slipway itself, where no person acts. */
    public static final Caller SYSTEM = new Caller(
            new PersonId("slipway"), "Slipway", Set.of(PlatformRole.PLATFORM_ADMIN), Map.of(), ApproverScope.NONE);

    public Caller {
        roles = Set.copyOf(roles);
        teams = Map.copyOf(teams);
    }

    /** Members see their team; platform admins and auditors see every team; approvers do not by that alone. */
    public boolean mayView(TeamId team) {
        return teams.containsKey(team) || isPlatformAdmin() || isAuditor();
    }

    /** Launch, change and delete in the team's environments: its developers and owners only. */
    public boolean mayWork(TeamId team) {
        return teams.containsKey(team);
    }

    public boolean owns(TeamId team) {
        return teams.get(team) == TeamRole.OWNER;
    }

    public boolean mayApprove(TeamId team) {
        return approves.covers(team);
    }

    public boolean isApprover() {
        return !approves.isNone();
    }

    public boolean isPlatformAdmin() {
        return roles.contains(PlatformRole.PLATFORM_ADMIN);
    }

    public boolean isAuditor() {
        return roles.contains(PlatformRole.AUDITOR);
    }

    public Optional<TeamRole> roleIn(TeamId team) {
        return Optional.ofNullable(teams.get(team));
    }
}
