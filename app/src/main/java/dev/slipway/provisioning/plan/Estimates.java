package dev.slipway.provisioning.plan;

import dev.slipway.model.WeightsState;
import dev.slipway.provisioning.Estimate;
import dev.slipway.provisioning.PlanWeights;
import dev.slipway.provisioning.intent.Steps;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** How long it takes until it is ready: the median of past runs, or a rule of thumb. */
@Component
class Estimates {

    private static final long FETCHED_PER_SECOND = 200L << 20;

    private final Steps steps;

    Estimates(Steps steps) {
        this.steps = steps;
    }

    Estimate of(String blueprint, List<PlanWeights> weights) {
        var cold = weights.stream().anyMatch(one -> left(one) > 0);
        var measured = steps.usuallyReady(blueprint, cold);
        var time = measured.orElseGet(() ->
                steps.usuallyReady(blueprint, false).orElse(Steps.RULE_OF_THUMB).plus(fetching(weights)));
        return new Estimate(time, measured.isPresent(), reason(weights));
    }

    private static Duration fetching(List<PlanWeights> weights) {
        return weights.stream()
                .map(one -> Duration.ofSeconds(left(one) / FETCHED_PER_SECOND))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static long left(PlanWeights weights) {
        return switch (weights.state()) {
            case WeightsState.Warm ignored -> 0;
            case WeightsState.Warming warming -> warming.totalBytes() - warming.doneBytes();
            case WeightsState.Cold ignored -> weights.model().weightsBytes();
            case WeightsState.Failed ignored -> weights.model().weightsBytes();
        };
    }

    private static String reason(List<PlanWeights> weights) {
        if (weights.isEmpty()) {
            return "It needs no weights.";
        }
        var cold = weights.stream().filter(one -> left(one) > 0).toList();
        return cold.isEmpty()
                ? "Weights are warm."
                : "The weights of %s are fetched first."
                        .formatted(cold.getFirst().model().title());
    }
}
