package dev.slipway.audit;

import java.time.Instant;

/**
 * An entry as it stands in the record.
 *
 * @param number counts up by one without gaps
 * @param at by the database's clock
 * @param hash SHA-256 over the entry before and this one, hexadecimal
 */
public record RecordedEntry(long number, Instant at, AuditEntry entry, String hash) {}
