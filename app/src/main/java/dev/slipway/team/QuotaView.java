package dev.slipway.team;

import dev.slipway.kernel.TeamId;
import java.util.List;

/**
 * A team's quota at one moment.
 *
 * @param ceiling what the team may hold for good
 * @param granted what the grants in force add, plus what is still held of those that have run out
 * @param reserved what the team's instances hold; never more than {@link #limit()}
 * @param grants those in force, soonest end first
 */
public record QuotaView(TeamId team, Holding ceiling, Holding granted, Holding reserved, List<GrantView> grants) {

    public Holding limit() {
        return ceiling.plus(granted);
    }

    public Holding free() {
        return limit().minus(reserved);
    }
}
