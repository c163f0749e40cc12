package dev.slipway.blueprint.conformity;

import dev.slipway.blueprint.expression.Quantity;
import java.math.BigDecimal;
import java.util.Optional;

/** Amounts that are written down, as numbers. */
final class Amounts {

    private Amounts() {}

    static Optional<BigDecimal> of(View amount) {
        return amount.plain().filter(Quantity::isOne).map(Quantity::exact);
    }

    /** Says it where an amount is no whole number of bytes, of which the API server warns. */
    static void bytes(View amount, Findings findings) {
        of(amount)
                .filter(number -> number.stripTrailingZeros().scale() > 0)
                .ifPresent(number -> findings.malformed(amount.place(), "There is no part of a byte."));
    }
}
