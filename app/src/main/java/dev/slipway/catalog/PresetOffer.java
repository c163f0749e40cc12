package dev.slipway.catalog;

import dev.slipway.blueprint.Preset;
import dev.slipway.cost.PriceRange;
import dev.slipway.gpu.ShareOption;
import dev.slipway.kernel.Money;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a preset would be and cost at this minute, on each cluster.
 *
 * @param preset with an empty name for the defaults of a blueprint without presets
 * @param clusters in the order in which they are registered
 */
public record PresetOffer(Preset preset, List<OnCluster> clusters) {

    public PresetOffer {
        clusters = List.copyOf(clusters);
    }

    /** Where it costs least, of those on which it fits. */
    public Optional<OnCluster> cheapest() {
        return clusters.stream()
                .filter(cluster -> cluster.price().isPresent())
                .min(Comparator.comparing(cluster ->
                        cluster.price().map(price -> price.most().hourly()).orElse(Money.ZERO)));
    }

    /**
     * @param cluster its title
     * @param shares what would be chosen for each declared share
     * @param price none where it does not fit
     * @param why it does not, in a sentence; empty where it does
     */
    public record OnCluster(String cluster, Map<String, ShareOption> shares, Optional<PriceRange> price, String why) {

        static OnCluster not(String cluster, String why) {
            return new OnCluster(cluster, Map.of(), Optional.empty(), why);
        }
    }
}
