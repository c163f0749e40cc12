package dev.slipway.provisioning.plan;

import dev.slipway.blueprint.EvaluationException;
import dev.slipway.blueprint.Needs;
import dev.slipway.blueprint.Needs.ShareNeed;
import dev.slipway.cluster.Capabilities;
import dev.slipway.cluster.ClusterException;
import dev.slipway.cluster.Clusters;
import dev.slipway.cluster.Clusters.ClusterView;
import dev.slipway.gpu.GpuShares;
import dev.slipway.gpu.ShareRequest;
import dev.slipway.kernel.ClusterId;
import dev.slipway.model.ModelView;
import dev.slipway.model.Models;
import dev.slipway.model.WeightsCache;
import dev.slipway.model.WeightsState;
import dev.slipway.provisioning.PlanShare;
import dev.slipway.provisioning.PlanWeights;
import dev.slipway.provisioning.intent.Parallel;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Holds the environment's clusters against what is asked for, and chooses the best. */
@Component
class Candidates {

    /** The first of equals is the environment's preferred one. */
    private static final Comparator<Candidate> BEST = Comparator.comparing(Candidate::isUsable)
            .thenComparing(Candidate::isWorkedOut)
            .thenComparing(Candidate::fits)
            .thenComparing(Candidate::isFree)
            .thenComparing(Candidate::isWarm)
            .reversed();

    private final Clusters clusters;
    private final FactsReader facts;
    private final GpuShares gpu;
    private final Models models;
    private final WeightsCache weights;

    Candidates(Clusters clusters, FactsReader facts, GpuShares gpu, Models models, WeightsCache weights) {
        this.clusters = clusters;
        this.facts = facts;
        this.gpu = gpu;
        this.models = models;
        this.weights = weights;
    }

    /** In the order of the environment's preference. */
    List<Candidate> of(Ask ask) {
        return Parallel.map(ask.environment().clusters(), cluster -> candidate(ask, cluster));
    }

    static Optional<Candidate> best(Ask ask, List<Candidate> candidates) {
        var wanted = ask.cluster().or(() -> named(ask));
        return wanted.isPresent()
                ? candidates.stream()
                        .filter(candidate -> candidate.cluster().id().equals(wanted.get()))
                        .findFirst()
                : candidates.stream().sorted(BEST).findFirst();
    }

    /** Who has picked a share of a certain cluster has picked the cluster. */
    private static Optional<ClusterId> named(Ask ask) {
        return ask.environment().clusters().stream()
                .filter(cluster -> ask.shares().values().stream().anyMatch(choice -> isOn(cluster, choice)))
                .findFirst();
    }

    /** Whether it is an option of that cluster, {@code ham-1/h100-mig/3g.40gb}, rather than a profile, {@code 1/4}. */
    private static boolean isOn(ClusterId cluster, String choice) {
        return choice.startsWith(cluster + "/") && choice.split("/", 3).length == 3;
    }

    private Candidate candidate(Ask ask, ClusterId id) {
        var view = clusters.find(id);
        if (view.isEmpty()) {
            var unknown = new ClusterView(id, id.value(), "", "", new Clusters.Health(false, ""));
            return Candidate.impossible(unknown, "It is not registered any more.");
        }
        try {
            return candidate(ask, view.get(), clusters.connect(id).capabilities());
        } catch (ClusterException away) {
            return Candidate.impossible(view.get(), "It does not answer: " + away.getMessage());
        }
    }

    private Candidate candidate(Ask ask, ClusterView cluster, Capabilities capabilities) {
        var there = facts.facts(ask, cluster, capabilities);
        var lacking = there.cluster().lacks(ask.blueprint().descriptor().requires());
        if (!lacking.isEmpty()) {
            return Candidate.impossible(cluster, "It lacks " + String.join(", ", lacking) + ".");
        }
        var check = ask.blueprint().check(ask.submitted(), there);
        if (!check.ok()) {
            return Candidate.unchecked(cluster, there, check, Optional.empty());
        }
        try {
            var needs = ask.blueprint().needs(check.parameters(), there);
            return new Candidate(
                    cluster,
                    Optional.empty(),
                    Optional.of(there),
                    Optional.of(check),
                    Optional.of(needs),
                    shares(ask, cluster, needs),
                    weights(ask, cluster, needs),
                    Optional.empty());
        } catch (EvaluationException unclear) {
            return Candidate.unchecked(cluster, there, check, Optional.of(unclear));
        }
    }

    private List<PlanShare> shares(Ask ask, ClusterView cluster, Needs needs) {
        return needs.shares().stream().map(need -> share(ask, cluster, need)).toList();
    }

    private PlanShare share(Ask ask, ClusterView cluster, ShareNeed need) {
        var request = ShareRequest.of(need, Optional.ofNullable(ask.shares().get(need.name())));
        return new PlanShare(
                need.name(),
                need.memoryBytes(),
                need.count(),
                request.strictIsolation(),
                gpu.options(List.of(cluster.id()), request));
    }

    private List<PlanWeights> weights(Ask ask, ClusterView cluster, Needs needs) {
        return needs.weights().stream()
                .flatMap(need -> models.find(need.model()).stream()
                        .map(model -> new PlanWeights(need.name(), model, state(ask, cluster, model))))
                .toList();
    }

    private WeightsState state(Ask ask, ClusterView cluster, ModelView model) {
        try {
            return weights.state(cluster.id(), ask.environment().namespace(), model);
        } catch (ClusterException away) {
            return new WeightsState.Cold();
        }
    }
}
