package dev.slipway.catalog;

import dev.slipway.blueprint.Blueprint;
import dev.slipway.blueprint.Preset;
import dev.slipway.catalog.PresetOffer.OnCluster;
import dev.slipway.cluster.Clusters;
import dev.slipway.cluster.Clusters.ClusterView;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tries each preset of a version out on each cluster. */
@Component
class Offers {

    private final Previews previews;
    private final Clusters clusters;
    private final ForAMinute<List<PresetOffer>> remembered;

    Offers(Previews previews, Clusters clusters, InstantSource clock) {
        this.previews = previews;
        this.clusters = clusters;
        this.remembered = new ForAMinute<>(clock);
    }

    List<PresetOffer> of(BlueprintVersion version) {
        return remembered.of(version, () -> tried(version.blueprint()));
    }

    private List<PresetOffer> tried(Blueprint blueprint) {
        var presets =
                blueprint.presets().isEmpty() ? List.of(new Preset("", "As it is", "", Map.of())) : blueprint.presets();
        return presets.stream()
                .map(preset -> new PresetOffer(
                        preset,
                        clusters.all().stream()
                                .map(cluster -> on(cluster, blueprint, preset.name()))
                                .toList()))
                .toList();
    }

    private OnCluster on(ClusterView cluster, Blueprint blueprint, String preset) {
        var preview = previews.at(blueprint, preset, cluster);
        var why = preview.problem()
                .orElseGet(() -> preview.errors().stream()
                        .map(error -> "%s: %s".formatted(error.path(), error.message()))
                        .collect(Collectors.joining(" ")));
        return new OnCluster(cluster.title(), preview.shares(), preview.price(), why);
    }
}
