package dev.slipway.provisioning;

import dev.slipway.kernel.ClusterId;
import dev.slipway.team.Holding;
import java.util.List;
import java.util.Optional;

/**
 * Where a plan goes.
 *
 * @param cluster none when there is none to go to
 * @param chosen whether Slipway chose it
 * @param reason one sentence: {@code Warm weights, 9 places free.}
 * @param candidates all clusters of the environment
 * @param replaces what the instance holds already
 */
public record PlanPlacement(
        Optional<ClusterId> cluster, boolean chosen, String reason, List<Candidate> candidates, Holding replaces) {

    /**
     * A cluster of the environment.
     *
     * @param usable whether the plan could go there
     * @param reason why not, or what speaks for it
     */
    public record Candidate(ClusterId cluster, String title, String region, boolean usable, String reason) {}
}
