package dev.slipway.cost;

import dev.slipway.kernel.Money;
import java.util.List;

/**
 * A price by the hour with what it is made of; the parts add up to it exactly.
 *
 * @param bookVersion of the price book it was read from; with the time of pricing it can be read again
 */
public record Price(Money hourly, List<Part> parts, long bookVersion) {

    public Price {
        parts = List.copyOf(parts);
    }

    public Money monthly() {
        return hourly.perMonth();
    }

    /**
     * @param label as it is shown: {@code GPU}, {@code 8 vCPU}, {@code 32 GiB memory}
     */
    public record Part(String label, Money hourly) {}
}
