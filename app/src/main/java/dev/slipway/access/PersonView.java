package dev.slipway.access;

import dev.slipway.kernel.PersonId;
import dev.slipway.kernel.TeamId;
import java.util.Map;
import java.util.Set;

/**
 * A person as others see them.
 *
 * @param id the sign-in name
 * @param name as it is read
 */
public record PersonView(
        PersonId id, String name, Set<PlatformRole> roles, Map<TeamId, TeamRole> teams, ApproverScope approves) {}
