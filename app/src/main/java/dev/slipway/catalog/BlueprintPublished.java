package dev.slipway.catalog;

import dev.slipway.kernel.PersonId;

/** A new version is in the catalog. Told within the publishing transaction. */
public record BlueprintPublished(String name, String version, PersonId by) {}
