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
}
