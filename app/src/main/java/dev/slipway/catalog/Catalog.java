package dev.slipway.catalog;

import java.util.List;
import java.util.Optional;

/** The published blueprints. Everybody who is signed in may read them. */
public interface Catalog {

    /** What is offered of each blueprint, by title: the newest certified version, or the newest deprecated one. Retired ones never. */
    List<BlueprintVersion> latest();

    /** What is offered of it: the newest certified version, or the newest deprecated one. */
    Optional<BlueprintVersion> latest(String name);

    /** @throws dev.slipway.kernel.NotFoundException {@code blueprint-not-found} */
    BlueprintVersion version(String name, String version);

    /** What an instance of it usually is, with the clusters and prices of this minute. */
    Typical typical(BlueprintVersion version);

    /** What each of its presets would be and cost on each cluster, at this minute. */
    List<PresetOffer> offers(BlueprintVersion version);

    /** Newest first; empty for an unknown name. */
    List<BlueprintVersion> versions(String name);

    /** The newest of them, whatever became of it: what editing goes on from. */
    default Optional<BlueprintVersion> newest(String name) {
        return versions(name).stream().findFirst();
    }
}
