package dev.slipway.team;

import dev.slipway.kernel.Amounts;
import dev.slipway.kernel.Money;

/**
 * What is held, may be held or is missing: means of a cluster, and money.
 *
 * @param monthly the sum of hourly rates × 730
 */
public record Holding(Amounts amounts, Money monthly) {

    public static final Holding NONE = new Holding(Amounts.NONE, Money.ZERO);

    public Holding plus(Holding other) {
        return new Holding(amounts.plus(other.amounts), monthly.plus(other.monthly));
    }

    public Holding minus(Holding other) {
        return new Holding(amounts.minus(other.amounts), monthly.minus(other.monthly));
    }

    /** The part of this that goes beyond {@code limit}; {@link #NONE} when all of it fits. */
    public Holding beyond(Holding limit) {
        var money = monthly.minus(limit.monthly);
        return new Holding(amounts.beyond(limit.amounts), money.compareTo(Money.ZERO) > 0 ? money : Money.ZERO);
    }

    public boolean isNone() {
        return equals(NONE);
    }
}
