package dev.slipway.access;

import dev.slipway.kernel.TeamId;
import java.util.Set;

/**
 * For whom somebody decides requests.
 *
 * @param all for every team, also those to come
 * @param teams the named teams otherwise
 */
public record ApproverScope(boolean all, Set<TeamId> teams) {

    public static final ApproverScope NONE = new ApproverScope(false, Set.of());
    public static final ApproverScope ALL = new ApproverScope(true, Set.of());

    public ApproverScope {
        teams = Set.copyOf(teams);
    }

    public static ApproverScope of(TeamId... teams) {
        return new ApproverScope(false, Set.of(teams));
    }

    public boolean covers(TeamId team) {
        return all || teams.contains(team);
    }

    public boolean isNone() {
        return !all && teams.isEmpty();
    }
}
