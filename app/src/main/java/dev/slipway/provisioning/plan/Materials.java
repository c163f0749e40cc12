package dev.slipway.provisioning.plan;

import dev.slipway.blueprint.EvaluationException;
import dev.slipway.blueprint.Facts;
import dev.slipway.blueprint.Needs.ShareNeed;
import dev.slipway.blueprint.Rendering;
import dev.slipway.cost.GpuNeed;
import dev.slipway.cost.PriceBook;
import dev.slipway.cost.PriceRange;
import dev.slipway.cost.Quantities;
import dev.slipway.gpu.ShareOption;
import dev.slipway.kernel.Amounts;
import dev.slipway.kernel.InvalidException;
import dev.slipway.kernel.Money;
import dev.slipway.model.WeightsCache;
import dev.slipway.provisioning.InstanceView;
import dev.slipway.provisioning.PlanShare;
import dev.slipway.provisioning.PlanWeights;
import dev.slipway.provisioning.intent.HeldShare;
import dev.slipway.provisioning.plan.Draft.Material;
import dev.slipway.team.Holding;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Renders and prices what goes to a cluster that fits. */
@Component
class Materials {

    private final PriceBook prices;
    private final WeightsCache weights;

    Materials(PriceBook prices, WeightsCache weights) {
        this.prices = prices;
        this.weights = weights;
    }

    /** Adds to the obstacles what stands in the way. */
    Optional<Material> of(Ask ask, Candidate candidate, List<String> obstacles) {
        try {
            return Optional.of(material(ask, candidate));
        } catch (EvaluationException unclear) {
            obstacles.add("The blueprint cannot be rendered: " + unclear.getMessage());
            return Optional.empty();
        } catch (InvalidException unpriced) {
            obstacles.add(unpriced.getMessage());
            return Optional.empty();
        }
    }

    private Material material(Ask ask, Candidate candidate) {
        var parameters = candidate.check().orElseThrow().parameters();
        var facts = candidate
                .facts()
                .orElseThrow()
                .withShares(shares(candidate))
                .withWeights(candidate.weights().stream()
                        .collect(Collectors.toMap(PlanWeights::name, one -> weights.facts(one.model()))));
        var rendering = ask.blueprint().render(parameters, facts);
        var gpu = candidate.shares().stream().map(Materials::gpu).toList();
        var amounts = amounts(candidate, rendering);
        var price = prices.price(new Quantities(amounts, gpu));
        var range = new PriceRange(price, least(candidate, rendering));
        return new Material(
                candidate.cluster().id(),
                parameters,
                facts,
                candidate.needs().orElseThrow(),
                rendering,
                ask.blueprint().fingerprint(parameters, facts),
                candidate.shares().stream().map(Materials::held).toList(),
                new Holding(amounts, price.monthly()),
                gpu,
                range);
    }

    private Money least(Candidate candidate, Rendering rendering) {
        var counts = candidate.needs().orElseThrow().shares().stream()
                .collect(Collectors.toMap(ShareNeed::name, ShareNeed::least));
        var gpu = candidate.shares().stream()
                .map(share -> chosen(share).need(Objects.requireNonNull(counts.get(share.name()))))
                .toList();
        return prices.price(new Quantities(rendering.leastClaims(), gpu)).hourly();
    }

    private static Amounts amounts(Candidate candidate, Rendering rendering) {
        return candidate.shares().stream()
                .map(share -> chosen(share).amounts(share.count()))
                .reduce(rendering.claims(), Amounts::plus);
    }

    private static GpuNeed gpu(PlanShare share) {
        return chosen(share).need(share.count());
    }

    private static ShareOption chosen(PlanShare share) {
        return share.chosen().orElseThrow();
    }

    private static Map<String, Facts.Share> shares(Candidate candidate) {
        return candidate.shares().stream()
                .collect(
                        Collectors.toMap(PlanShare::name, share -> chosen(share).facts(share.count())));
    }

    private static HeldShare held(PlanShare share) {
        var option = chosen(share);
        return new HeldShare(
                option.key(),
                new InstanceView.Share(
                        share.name(),
                        option.model().name(),
                        option.sharing(),
                        option.profile(),
                        option.memoryBytes(),
                        share.count(),
                        option.memorySlices(),
                        option.computeSlices(),
                        option.model().memorySlices()),
                option.limits());
    }
}
