package dev.slipway.provisioning;

import dev.slipway.kernel.TeamId;
import java.util.Optional;

/**
 * Which instances to list; an absent part does not narrow.
 *
 * @param text part of the name
 * @param ended also those that are deleted, declined or withdrawn
 */
public record InstanceFilter(
        Optional<TeamId> team,
        Optional<String> environment,
        Optional<String> blueprint,
        Optional<InstanceState> state,
        String text,
        boolean ended) {

    public static final InstanceFilter ALL =
            new InstanceFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "", false);

    /** Those that exist now. */
    public static InstanceFilter ofBlueprint(String blueprint) {
        return new InstanceFilter(
                Optional.empty(), Optional.empty(), Optional.of(blueprint), Optional.empty(), "", false);
    }

    public static InstanceFilter ofTeam(TeamId team) {
        return new InstanceFilter(Optional.of(team), Optional.empty(), Optional.empty(), Optional.empty(), "", false);
    }
}
