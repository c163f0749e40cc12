package dev.slipway.catalog;

import dev.slipway.blueprint.BlueprintFiles;
import dev.slipway.kernel.PersonId;
import java.time.Instant;

/**
 * A blueprint on its way to becoming a version.
 *
 * @param baseVersion the version it was begun from
 * @param revision rises with every save; what is saved next names it
 */
public record DraftView(
        String name, String baseVersion, BlueprintFiles files, long revision, PersonId savedBy, Instant savedAt) {}
