package dev.slipway.catalog;

import dev.slipway.blueprint.BlueprintFiles;
import dev.slipway.kernel.PersonId;
import java.time.Instant;
import java.util.SortedSet;

/**
 * A blueprint on its way to becoming a version.
 *
 * @param baseVersion the version it was begun from; empty for a blueprint that is new
 * @param contentHash SHA-256 over all files: what a signature is for
 * @param revision rises with every save; what is saved next names it
 * @param authors everybody who saved other words than there were; none of them may sign it
 */
public record DraftView(
        String name,
        String baseVersion,
        BlueprintFiles files,
        String contentHash,
        long revision,
        Instant begunAt,
        PersonId savedBy,
        Instant savedAt,
        SortedSet<PersonId> authors) {}
