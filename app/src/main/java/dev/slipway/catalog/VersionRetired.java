package dev.slipway.catalog;

import dev.slipway.kernel.PersonId;

/** A version is offered no longer. Told within the retiring transaction. */
public record VersionRetired(String name, String version, String title, PersonId by) {}
