package dev.slipway.catalog;

import dev.slipway.kernel.PersonId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Why and until when a version is still offered.
 *
 * @param until the day on which it may be retired; its instances go on after that as well
 * @param note what to do instead, for those who run it
 */
public record Deprecation(PersonId by, Instant at, LocalDate until, String note) {}
