package dev.slipway.audit;

import java.util.List;
import java.util.Optional;

/**
 * A part of the record.
 *
 * @param entries newest first
 * @param next what to ask for with {@link AuditQuery#before()} to read on
 * @param chain of the whole record, not of this part
 */
public record AuditPage(List<RecordedEntry> entries, Optional<Long> next, ChainState chain) {}
