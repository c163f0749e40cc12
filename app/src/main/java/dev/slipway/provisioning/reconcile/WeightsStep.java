package dev.slipway.provisioning.reconcile;

import dev.slipway.blueprint.Needs.WeightsNeed;
import dev.slipway.cluster.ApplyOptions;
import dev.slipway.cluster.Manifest;
import dev.slipway.model.ModelView;
import dev.slipway.model.Models;
import dev.slipway.model.WeightsCache;
import dev.slipway.model.WeightsState;
import dev.slipway.provisioning.guard.GuardNames;
import dev.slipway.provisioning.state.Finding;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sees to it that weights are near before anything mounts them. */
@Component
class WeightsStep {

    private static final double GIB = 1L << 30;

    private final Models models;
    private final WeightsCache cache;

    WeightsStep(Models models, WeightsCache cache) {
        this.models = models;
        this.cache = cache;
    }

    /** What the first of the models that are not warm waits for; empty when all are. */
    Optional<Finding> waiting(Pass pass) {
        return pass.revision().weights().stream()
                .flatMap(need -> waiting(pass, need).stream())
                .findFirst();
    }

    /** Fetches what is not there any more, and waits for nothing. */
    void refill(Pass pass) {
        pass.revision().weights().stream()
                .flatMap(need -> models.find(need.model()).stream())
                .filter(model -> state(pass, model) instanceof WeightsState.Cold)
                .forEach(model -> fetch(pass, model));
    }

    private WeightsState state(Pass pass, ModelView model) {
        return cache.state(pass.origin().cluster(), pass.origin().namespace(), model);
    }

    private Optional<Finding> waiting(Pass pass, WeightsNeed need) {
        var model = models.find(need.model());
        return model.isEmpty()
                ? Optional.of(Finding.last(
                        "The model %s is no longer certified.".formatted(need.model()),
                        "Choose another model.",
                        Optional.empty()))
                : waiting(pass, model.get());
    }

    private Optional<Finding> waiting(Pass pass, ModelView model) {
        return switch (state(pass, model)) {
            case WeightsState.Warm ignored -> Optional.empty();
            case WeightsState.Cold ignored -> {
                fetch(pass, model);
                yield Optional.of(Finding.progress(
                        "Fetching the weights of %s, %.1f GiB.".formatted(model.title(), model.weightsBytes() / GIB)));
            }
            case WeightsState.Warming warming ->
                Optional.of(Finding.progress("Fetching the weights of %s: %s%.1f of %.1f GiB."
                        .formatted(
                                model.title(),
                                warming.about() ? "about " : "",
                                warming.doneBytes() / GIB,
                                warming.totalBytes() / GIB)));
            case WeightsState.Failed failed ->
                Optional.of(Finding.last(
                        "The weights of %s could not be fetched: %s".formatted(model.title(), failed.reason()),
                        "Put right what it names, then try again.",
                        Optional.empty()));
        };
    }

    private void fetch(Pass pass, ModelView model) {
        var labels = GuardNames.labels(pass.origin().environment());
        cache.objects(pass.origin().namespace(), model, labels)
                .forEach(object -> pass.cluster().apply(new Manifest(object), ApplyOptions.OWN));
    }
}
