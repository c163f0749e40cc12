package dev.slipway.provisioning.plan;

import dev.slipway.blueprint.EvaluationException;
import dev.slipway.blueprint.Facts;
import dev.slipway.blueprint.Needs;
import dev.slipway.blueprint.ParameterCheck;
import dev.slipway.cluster.Clusters.ClusterView;
import dev.slipway.gpu.ShareOption;
import dev.slipway.model.WeightsState;
import dev.slipway.provisioning.PlanShare;
import dev.slipway.provisioning.PlanWeights;
import java.util.List;
import java.util.Optional;

/**
 * A cluster that was held against what is asked for.
 *
 * @param obstacle why it cannot be a target at all
 * @param check of the parameters, with what is certified and served there
 * @param unclear why the needs could not be worked out, though the parameters are right
 */
record Candidate(
        ClusterView cluster,
        Optional<String> obstacle,
        Optional<Facts> facts,
        Optional<ParameterCheck> check,
        Optional<Needs> needs,
        List<PlanShare> shares,
        List<PlanWeights> weights,
        Optional<EvaluationException> unclear) {

    static Candidate impossible(ClusterView cluster, String obstacle) {
        return new Candidate(
                cluster,
                Optional.of(obstacle),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    static Candidate unchecked(
            ClusterView cluster, Facts facts, ParameterCheck check, Optional<EvaluationException> why) {
        return new Candidate(
                cluster,
                Optional.empty(),
                Optional.of(facts),
                Optional.of(check),
                Optional.empty(),
                List.of(),
                List.of(),
                why);
    }

    /** Shares of which the one that a person picked is not there or does not fit. */
    List<PlanShare> misses(Ask ask) {
        return shares.stream()
                .filter(share -> share.chosen().isEmpty() && ask.shares().containsKey(share.name()))
                .toList();
    }

    /** Shares that are left to Slipway and for which there is nothing. */
    List<PlanShare> lacks(Ask ask) {
        return shares.stream()
                .filter(share -> share.chosen().isEmpty() && !ask.shares().containsKey(share.name()))
                .toList();
    }

    boolean isUsable() {
        return obstacle.isEmpty();
    }

    /** The parameters are right there, so that what they need is known. */
    boolean isWorkedOut() {
        return needs.isPresent();
    }

    /** Every share that is needed is on offer there. */
    boolean fits() {
        return isUsable() && shares.stream().allMatch(share -> share.chosen().isPresent());
    }

    /** As many of them as are needed are free at this moment. */
    boolean isFree() {
        return fits()
                && shares.stream()
                        .allMatch(share ->
                                share.chosen().map(ShareOption::available).orElse(false));
    }

    boolean isWarm() {
        return weights.stream().allMatch(one -> one.state() instanceof WeightsState.Warm);
    }

    String reason() {
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        if (!fits()) {
            return "No GPU share there fits.";
        }
        var parts = new java.util.ArrayList<String>();
        if (!weights.isEmpty()) {
            parts.add(isWarm() ? "warm weights" : "weights are fetched first");
        }
        shares.stream()
                .flatMap(share -> share.chosen().stream())
                .mapToLong(ShareOption::free)
                .min()
                .ifPresent(free -> parts.add(free == 1 ? "1 place free" : free + " places free"));
        parts.add("data stays in " + cluster.region());
        var text = String.join(", ", parts);
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }
}
