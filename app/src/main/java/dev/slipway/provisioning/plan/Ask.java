package dev.slipway.provisioning.plan;

import dev.slipway.access.Caller;
import dev.slipway.blueprint.Blueprint;
import dev.slipway.catalog.BlueprintVersion;
import dev.slipway.kernel.ClusterId;
import dev.slipway.provisioning.intent.Instance;
import dev.slipway.provisioning.intent.Revision;
import dev.slipway.team.EnvironmentView;
import dev.slipway.team.TeamView;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked for, by a launch as by a change.
 *
 * @param cluster none to have it chosen
 * @param submitted parameters as typed as the form could
 * @param emptied parameters that the form has and leaves empty
 * @param shares what was chosen for a share, by the share's name
 * @param reason why, for whoever may have to sign; lines end as Unix ends them
 * @param present what is there already, for a change
 */
public record Ask(
        Caller caller,
        BlueprintVersion version,
        TeamView team,
        EnvironmentView environment,
        Optional<ClusterId> cluster,
        String name,
        Map<String, Object> submitted,
        Set<String> emptied,
        Map<String, String> shares,
        Optional<Instant> expires,
        String reason,
        Optional<Present> present) {

    /** An instance as it is before a change. */
    public record Present(Instance instance, Revision revision) {}

    Blueprint blueprint() {
        return version.blueprint();
    }
}
