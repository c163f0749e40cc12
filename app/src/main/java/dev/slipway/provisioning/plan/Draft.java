package dev.slipway.provisioning.plan;

import dev.slipway.blueprint.Facts;
import dev.slipway.blueprint.Fingerprint;
import dev.slipway.blueprint.Needs;
import dev.slipway.blueprint.Rendering;
import dev.slipway.cost.GpuNeed;
import dev.slipway.cost.PriceRange;
import dev.slipway.kernel.ClusterId;
import dev.slipway.provisioning.Plan;
import dev.slipway.provisioning.intent.HeldShare;
import dev.slipway.team.Holding;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A plan together with all that is needed to carry it out.
 *
 * @param material none while the plan is not possible
 */
public record Draft(Plan plan, Optional<Material> material) {

    /** What a revision is made of. */
    public record Material(
            ClusterId cluster,
            Map<String, Object> parameters,
            Facts facts,
            Needs needs,
            Rendering rendering,
            Fingerprint fingerprint,
            List<HeldShare> shares,
            Holding holding,
            List<GpuNeed> gpu,
            PriceRange price) {}
}
