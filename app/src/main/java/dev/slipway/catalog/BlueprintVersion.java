package dev.slipway.catalog;

import dev.slipway.blueprint.Blueprint;
import dev.slipway.blueprint.BlueprintFiles;
import dev.slipway.kernel.PersonId;
import java.time.Instant;
import java.util.Optional;

/**
 * A published version of a blueprint. Only its status ever changes.
 *
 * @param version semantic version
 * @param blueprint compiled
 * @param contentHash SHA-256 over all files
 * @param publishedBy who asked for it to be certified, or Slipway for what was imported
 * @param note what was new, in the author's words; may be empty
 * @param signedBy the second person; none for what was imported
 * @param draftedAt when its first words were saved; unknown of what was imported
 * @param deprecation none while it is certified
 * @param retirement none while it is offered
 * @param changes rises whenever its status does
 */
public record BlueprintVersion(
        String name,
        String version,
        Status status,
        Blueprint blueprint,
        BlueprintFiles files,
        String contentHash,
        Instant publishedAt,
        PersonId publishedBy,
        String note,
        Optional<PersonId> signedBy,
        Optional<Instant> draftedAt,
        Optional<Deprecation> deprecation,
        Optional<Retirement> retirement,
        long changes) {

    public enum Status {
        CERTIFIED,
        DEPRECATED,
        RETIRED;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
