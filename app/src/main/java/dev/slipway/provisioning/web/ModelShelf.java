package dev.slipway.provisioning.web;

import dev.slipway.kernel.ClusterId;
import dev.slipway.model.ModelView;
import dev.slipway.model.Models;
import dev.slipway.model.WeightsCache;
import dev.slipway.model.WeightsState;
import dev.slipway.team.EnvironmentView;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The certified models with where their weights are. Asking a cluster about each of them takes longer than a form may, so
 * an answer is kept for a few seconds.
 */
@Component
class ModelShelf {

    private static final Duration KEPT = Duration.ofSeconds(10);

    private final Models models;
    private final WeightsCache cache;
    private final InstantSource clock;
    private final Map<Place, Seen> seen = new ConcurrentHashMap<>();

    ModelShelf(Models models, WeightsCache cache, InstantSource clock) {
        this.models = models;
        this.cache = cache;
        this.clock = clock;
    }

    /** Those that the form's source filter lets through, with their state on each cluster of the environment. */
    List<Row> rows(EnvironmentView environment, Map<String, Object> filter) {
        return models.certified().stream()
                .filter(model -> model.matches(filter))
                .map(model -> new Row(model, states(environment, model)))
                .toList();
    }

    private List<OnCluster> states(EnvironmentView environment, ModelView model) {
        return environment.clusters().stream()
                .map(cluster ->
                        new OnCluster(cluster, state(new Place(cluster, environment.namespace(), model.name()), model)))
                .toList();
    }

    private Optional<WeightsState> state(Place place, ModelView model) {
        var now = clock.instant();
        return seen.compute(
                        place, (ignored, last) -> last != null && last.isFresh(now) ? last : look(place, model, now))
                .state();
    }

    private Seen look(Place place, ModelView model, Instant now) {
        try {
            return new Seen(now, Optional.of(cache.state(place.cluster(), place.namespace(), model)));
        } catch (RuntimeException away) {
            return new Seen(now, Optional.empty());
        }
    }

    private record Place(ClusterId cluster, String namespace, String model) {}

    private record Seen(Instant at, Optional<WeightsState> state) {

        boolean isFresh(Instant now) {
            return at.plus(KEPT).isAfter(now);
        }
    }

    record Row(ModelView model, List<OnCluster> places) {

        boolean isWarmSomewhere() {
            return places.stream().anyMatch(place -> place.status().equals("Warm"));
        }
    }

    /**
     * @param state none while the cluster cannot be asked
     */
    record OnCluster(ClusterId cluster, Optional<WeightsState> state) {

        /** As the status component knows it. */
        public String status() {
            return state.map(OnCluster::status).orElse("Unknown");
        }

        public String word() {
            return switch (state.orElse(null)) {
                case null -> "Away";
                case WeightsState.Warming warming ->
                    "Warming, " + (warming.about() ? "about " : "") + warming.percent() + "\u00a0%";
                case WeightsState.Cold ignored -> "Cold";
                case WeightsState.Warm ignored -> "Warm";
                case WeightsState.Failed ignored -> "Failed";
            };
        }

        private static String status(WeightsState state) {
            return switch (state) {
                case WeightsState.Cold ignored -> "Cold";
                case WeightsState.Warming ignored -> "Warming";
                case WeightsState.Warm ignored -> "Warm";
                case WeightsState.Failed ignored -> "Failed";
            };
        }
    }
}
