package dev.slipway.catalog;

import java.util.List;
import java.util.Optional;

/** The published blueprints. Everybody who is signed in may read them. */
public interface Catalog {

    /** The newest version of each blueprint that is not retired, by title. */
    List<BlueprintVersion> latest();

    /** The newest version that is not retired. */
    Optional<BlueprintVersion> latest(String name);

    /** @throws dev.slipway.kernel.NotFoundException {@code blueprint-not-found} */
    BlueprintVersion version(String name, String version);

    /** What an instance of it usually is, with the clusters and prices of this minute. */
    Typical typical(BlueprintVersion version);

    /** Newest first; empty for an unknown name. */
    List<BlueprintVersion> versions(String name);
}
