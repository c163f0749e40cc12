package dev.slipway.provisioning.intent;

import dev.slipway.blueprint.Facts;
import dev.slipway.blueprint.Needs.SecretNeed;
import dev.slipway.blueprint.Needs.WeightsNeed;
import dev.slipway.blueprint.RenderedResource;
import dev.slipway.cost.GpuNeed;
import dev.slipway.cost.Price;
import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.PersonId;
import dev.slipway.team.Holding;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One accepted change: everything that is needed to do it again, exactly. Holds no secret value.
 *
 * @param facts that the objects were rendered from, without what was live
 * @param resources as rendered
 * @param holding what is reserved for it
 */
public record Revision(
        InstanceId instance,
        int number,
        String blueprintVersion,
        Map<String, Object> parameters,
        Facts facts,
        List<RenderedResource> resources,
        List<SecretNeed> secrets,
        List<WeightsNeed> weights,
        List<HeldShare> shares,
        String planHash,
        String signedHash,
        Holding holding,
        List<GpuNeed> gpu,
        Price price,
        String summary,
        PersonId by,
        Instant at,
        String submissionKey) {}
