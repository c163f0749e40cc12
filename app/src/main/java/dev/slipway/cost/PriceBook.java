package dev.slipway.cost;

import dev.slipway.access.Caller;
import dev.slipway.kernel.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Dated unit prices. Rows are added, never altered, so every price that was ever told can be told again. */
public interface PriceBook {

    /**
     * The price now.
     *
     * @throws dev.slipway.kernel.InvalidException {@code no-price} when the book has none for a share
     */
    Price price(Quantities quantities);

    /** The price as it was told at that time, from the book as it was in that version. */
    Price price(Quantities quantities, Instant at, long bookVersion);

    /** Now, for one share by the hour; empty where the book has no row. */
    Optional<Money> hourly(String deviceModel, String profile);

    /** All rows, by item and then newest first. */
    List<PriceRow> rows();

    /**
     * Adds a row; a platform admin's right. Running instances keep the rate they were started at until they change.
     *
     * @throws dev.slipway.kernel.InvalidException when it would hold from before now
     */
    void setPrice(Caller caller, NewPrice price);

    record NewPrice(PriceItem item, Money price, Instant from) {}
}
