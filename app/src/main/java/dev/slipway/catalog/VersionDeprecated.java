package dev.slipway.catalog;

import dev.slipway.kernel.PersonId;
import java.time.LocalDate;

/** A version is on its way out. Told within the deprecating transaction. */
public record VersionDeprecated(String name, String version, String title, LocalDate until, String note, PersonId by) {}
