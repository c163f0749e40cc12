package dev.slipway.catalog;

import static java.util.stream.Collectors.toMap;

import dev.slipway.blueprint.Blueprint;
import dev.slipway.blueprint.EvaluationException;
import dev.slipway.blueprint.Facts;
import dev.slipway.blueprint.Needs;
import dev.slipway.blueprint.Needs.ShareNeed;
import dev.slipway.blueprint.ParameterCheck;
import dev.slipway.blueprint.Rendering;
import dev.slipway.blueprint.SampleFacts;
import dev.slipway.cluster.ClusterException;
import dev.slipway.cluster.Clusters;
import dev.slipway.cluster.Clusters.ClusterView;
import dev.slipway.cost.GpuNeed;
import dev.slipway.cost.PriceBook;
import dev.slipway.cost.PriceRange;
import dev.slipway.cost.Quantities;
import dev.slipway.gpu.GpuShares;
import dev.slipway.gpu.ShareOption;
import dev.slipway.gpu.ShareRequest;
import dev.slipway.kernel.ClusterId;
import dev.slipway.kernel.EnvironmentKind;
import dev.slipway.kernel.SlipwayException;
import dev.slipway.model.ModelView;
import dev.slipway.model.Models;
import dev.slipway.model.WeightsCache;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Component;

/** Tries a blueprint out for an invented team on the clusters there are. Writes nothing, asks the clusters for what they know. */
@Component
class Previews {

    private final Models models;
    private final WeightsCache weights;
    private final GpuShares gpu;
    private final PriceBook prices;
    private final Clusters clusters;

    Previews(Models models, WeightsCache weights, GpuShares gpu, PriceBook prices, Clusters clusters) {
        this.models = models;
        this.weights = weights;
        this.gpu = gpu;
        this.prices = prices;
        this.clusters = clusters;
    }

    /**
     * @param preset name of a preset; anything else stands for the defaults
     * @param typed what the form sends, which counts before the preset
     */
    Preview of(Blueprint blueprint, String preset, Map<String, List<String>> typed) {
        return of(blueprint, preset, typed, facts("example-test", target()), targets());
    }

    /** On this cluster and no other, with the shares that it has and only if it offers what the blueprint requires. */
    Preview at(Blueprint blueprint, String preset, ClusterView cluster) {
        return target(cluster)
                .map(target -> at(blueprint, preset, cluster, target))
                .orElseGet(() -> problem(preset, Map.of(), Map.of(), "It does not answer."));
    }

    private Preview at(Blueprint blueprint, String preset, ClusterView cluster, Facts.Cluster target) {
        var lacking = target.lacks(blueprint.descriptor().requires());
        return lacking.isEmpty()
                ? of(blueprint, preset, Map.of(), facts("example-test", target), List.of(cluster.id()))
                : problem(preset, Map.of(), Map.of(), "It does not offer %s.".formatted(String.join(", ", lacking)));
    }

    /**
     * On this cluster and no other, in a namespace of that name. Where no share of it fits, one stands in, since what the API
     * server says of the objects does not depend on it.
     */
    Preview on(Blueprint blueprint, String preset, ClusterView cluster, String namespace) {
        var target = target(cluster);
        if (target.isEmpty()) {
            return problem(preset, Map.of(), Map.of(), "The cluster does not answer.");
        }
        var facts = facts(namespace, target.get());
        var preview = of(blueprint, preset, Map.of(), facts, List.of(cluster.id()));
        return preview.rendering().isPresent() || !preview.errors().isEmpty()
                ? preview
                : stoodIn(blueprint, preview, facts);
    }

    private static Preview stoodIn(Blueprint blueprint, Preview preview, Facts facts) {
        try {
            var needs = blueprint.needs(preview.parameters(), facts);
            var placed = SampleFacts.placed(facts, needs);
            var rendering = blueprint.render(preview.parameters(), placed);
            return new Preview(
                    preview.preset(),
                    preview.parameters(),
                    List.of(),
                    preview.shares(),
                    Optional.of(rendering),
                    Optional.empty(),
                    Optional.of(placed),
                    preview.problem());
        } catch (EvaluationException unclear) {
            return preview;
        }
    }

    private Preview of(
            Blueprint blueprint, String preset, Map<String, List<String>> typed, Facts facts, List<ClusterId> allowed) {
        var submitted = SampleParameters.of(blueprint, preset, facts);
        submitted.putAll(blueprint.parse(typed));
        try {
            var checked = checked(blueprint, submitted, facts);
            return checked.ok()
                    ? rendered(blueprint, preset, checked.parameters(), facts, allowed)
                    : refused(preset, checked);
        } catch (EvaluationException | SlipwayException e) {
            return problem(preset, submitted, Map.of(), String.valueOf(e.getMessage()));
        }
    }

    /** What the blueprint still asks for is filled in once. */
    private static ParameterCheck checked(Blueprint blueprint, Map<String, Object> submitted, Facts facts) {
        var first = blueprint.check(submitted, facts);
        return first.ok()
                ? first
                : blueprint.check(SampleParameters.completed(blueprint, submitted, first.errors(), facts), facts);
    }

    private static Preview refused(String preset, ParameterCheck checked) {
        return new Preview(
                preset,
                checked.parameters(),
                checked.errors(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Facts facts(String namespace, Facts.Cluster target) {
        return new Facts(
                new Facts.Metadata("example", namespace, Map.of("slipway.dev/instance", "example")),
                new Facts.Team("example", "Example"),
                new Facts.Environment("test", EnvironmentKind.TEST),
                new Facts.User("example"),
                target,
                models.certified().stream().collect(toMap(ModelView::name, ModelView::facts)));
    }

    private Preview rendered(
            Blueprint blueprint, String preset, Map<String, Object> parameters, Facts facts, List<ClusterId> allowed) {
        var needs = blueprint.needs(parameters, facts);
        var shares = new LinkedHashMap<String, ShareOption>();
        for (var need : needs.shares()) {
            var offer = gpu.options(allowed, ShareRequest.of(need, Optional.empty()));
            if (offer.chosen().isEmpty()) {
                return problem(preset, parameters, shares, offer.problem().orElse(""));
            }
            shares.put(need.name(), offer.chosen().get());
        }
        var placed = facts.withShares(shareFacts(needs, shares)).withWeights(weightsFacts(needs));
        var rendering = blueprint.render(parameters, placed);
        return new Preview(
                preset,
                parameters,
                List.of(),
                Map.copyOf(shares),
                Optional.of(rendering),
                Optional.of(price(needs, shares, rendering)),
                Optional.of(placed),
                Optional.empty());
    }

    private static Map<String, Facts.Share> shareFacts(Needs needs, Map<String, ShareOption> shares) {
        var facts = new LinkedHashMap<String, Facts.Share>();
        needs.shares().forEach(need -> {
            var option = shares.get(need.name());
            if (option != null) {
                facts.put(need.name(), option.facts(need.count()));
            }
        });
        return facts;
    }

    private Map<String, Facts.Weights> weightsFacts(Needs needs) {
        var facts = new LinkedHashMap<String, Facts.Weights>();
        needs.weights()
                .forEach(need ->
                        models.find(need.model()).ifPresent(model -> facts.put(need.name(), weights.facts(model))));
        return facts;
    }

    private PriceRange price(Needs needs, Map<String, ShareOption> shares, Rendering rendering) {
        var most = prices.price(new Quantities(rendering.claims(), gpu(needs, shares, ShareNeed::count)));
        var least = prices.price(new Quantities(rendering.leastClaims(), gpu(needs, shares, ShareNeed::least)));
        return new PriceRange(most, least.hourly());
    }

    private static List<GpuNeed> gpu(Needs needs, Map<String, ShareOption> shares, ToLongFunction<ShareNeed> count) {
        var gpu = new ArrayList<GpuNeed>();
        needs.shares().forEach(need -> {
            var option = shares.get(need.name());
            if (option != null) {
                gpu.add(option.need(count.applyAsLong(need)));
            }
        });
        return gpu;
    }

    private static Preview problem(
            String preset, Map<String, Object> parameters, Map<String, ShareOption> shares, String why) {
        return new Preview(
                preset,
                parameters,
                List.of(),
                Map.copyOf(shares),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(why));
    }

    private List<ClusterId> targets() {
        return clusters.all().stream()
                .filter(cluster -> cluster.health().reachable())
                .map(ClusterView::id)
                .toList();
    }

    /** The first cluster that answers; where none does, one that offers everything usual. */
    private Facts.Cluster target() {
        return clusters.all().stream()
                .flatMap(view -> target(view).stream())
                .findFirst()
                .orElseGet(() ->
                        new Facts.Cluster("example", "example", Set.of("apps/v1/Deployment"), Set.of("gpu", "mig")));
    }

    private Facts.Registry registry() {
        return models.certified().stream()
                .findFirst()
                .map(ModelView::reference)
                .map(reference -> new Facts.Registry(reference.substring(0, reference.indexOf('/')), List.of()))
                .orElse(Facts.Registry.NONE);
    }

    /** What expressions know of the cluster; none while it does not answer. */
    Optional<Facts.Cluster> target(ClusterView view) {
        try {
            var capabilities = clusters.connect(view.id()).capabilities();
            return Optional.of(new Facts.Cluster(
                    view.id().value(),
                    view.region(),
                    capabilities.apis(),
                    gpu.features(view.id()),
                    registry(),
                    view.encryptedStorageClass(capabilities)));
        } catch (ClusterException e) {
            return Optional.empty();
        }
    }
}
