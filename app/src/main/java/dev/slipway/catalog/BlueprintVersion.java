package dev.slipway.catalog;

import dev.slipway.blueprint.Blueprint;
import dev.slipway.blueprint.BlueprintFiles;
import dev.slipway.kernel.PersonId;
import java.time.Instant;

/**
 * A published version of a blueprint. Only its status ever changes.
 *
 * @param version semantic version
 * @param blueprint compiled
 * @param contentHash SHA-256 over all files
 */
public record BlueprintVersion(
        String name,
        String version,
        Status status,
        Blueprint blueprint,
        BlueprintFiles files,
        String contentHash,
        Instant publishedAt,
        PersonId publishedBy) {

    public enum Status {
        CERTIFIED,
        DEPRECATED,
        RETIRED;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
