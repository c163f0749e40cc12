package dev.slipway.cost;

import dev.slipway.kernel.Money;
import dev.slipway.kernel.PersonId;
import java.time.Instant;

/**
 * One dated price. It holds until a later row of the same item takes over.
 *
 * @param version numbers rise with every row; the newest row's is the book's
 * @param current whether this is the row that holds now
 */
public record PriceRow(long version, PriceItem item, Money price, Instant from, PersonId setBy, boolean current) {}
