package dev.slipway.cost.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.kernel.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostBarsTests {

    @ParameterizedTest
    @CsvSource({"0.04, 0.05", "0.05, 0.05", "1, 1", "37.2, 50", "203, 500", "3000, 5000", "999.99, 1000", "0, 0"})
    void theAxisEndsAtTheNextReadableFigure(String highest, String top) {
        assertThat(CostBars.roundedUp(Money.of(highest))).isEqualTo(Money.of(top));
    }
}
