package dev.slipway.cost;

import dev.slipway.kernel.Money;

/**
 * What something costs that may grow and shrink with its load.
 *
 * @param most what is held and charged
 * @param leastHourly by the hour while there is least to do; the price itself where nothing comes and goes
 */
public record PriceRange(Price most, Money leastHourly) {

    /** Whether the price is not the same all the time. */
    public boolean isOpen() {
        return leastHourly.compareTo(most.hourly()) < 0;
    }

    public Money leastMonthly() {
        return leastHourly.perMonth();
    }
}
