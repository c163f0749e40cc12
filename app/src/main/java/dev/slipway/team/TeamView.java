package dev.slipway.team;

import dev.slipway.kernel.TeamId;
import java.util.List;

/**
 * A team.
 *
 * @param title as it is read: {@code Claims}
 * @param colour 1 to 8, given once
 * @param environments in the order dev, test, prod, then by name
 */
public record TeamView(TeamId id, String title, int colour, List<EnvironmentView> environments) {}
