package dev.slipway.provisioning;

import dev.slipway.model.ModelView;
import dev.slipway.model.WeightsState;

/**
 * Weights that a plan needs.
 *
 * @param name as the blueprint declares it: {@code main}
 * @param state on the cluster that is chosen
 */
public record PlanWeights(String name, ModelView model, WeightsState state) {}
