package dev.slipway.provisioning.web;

import dev.slipway.catalog.BlueprintVersion;
import dev.slipway.catalog.BlueprintVersion.Status;
import dev.slipway.catalog.Catalog;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The version of an instance that is deprecated or retired.
 *
 * @param retired whether nothing is launched from it any more; the instance goes on all the same
 * @param newer the version that is offered instead, of the same blueprint
 */
record EndingVersion(String name, LocalDate until, String note, boolean retired, Optional<String> newer) {

    static Optional<EndingVersion> of(BlueprintVersion version, Catalog catalog) {
        return version.deprecation()
                .map(deprecation -> new EndingVersion(
                        "%s %s".formatted(version.blueprint().descriptor().title(), version.version()),
                        deprecation.until(),
                        deprecation.note(),
                        version.status() == Status.RETIRED,
                        catalog.latest(version.name())
                                .filter(offered -> offered.status() == Status.CERTIFIED)
                                .map(BlueprintVersion::version)));
    }
}
