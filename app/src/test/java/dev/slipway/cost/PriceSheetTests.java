package dev.slipway.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.kernel.Amounts;
import dev.slipway.kernel.InvalidException;
import dev.slipway.kernel.Money;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PriceSheetTests {

    private static final PriceItem SLICE = new PriceItem.Gpu("H100", "3g.40gb");

    private final PriceSheet sheet = new PriceSheet(
            Map.of(
                    SLICE,
                    Money.of("1.60"),
                    new PriceItem.Cpu(),
                    Money.of("0.024"),
                    new PriceItem.Memory(),
                    Money.of("0.003"),
                    new PriceItem.Storage(),
                    Money.of("0.10")),
            7);

    @Test
    void pricesAnEndpointToTheCent() {
        var price = sheet.price(new Quantities(amounts(8_000, 32L << 30, 0), List.of(slices(1))));

        assertThat(price.hourly()).isEqualTo(Money.of("1.888"));
        assertThat(price.monthly().amount().setScale(0, RoundingMode.HALF_UP)).isEqualByComparingTo("1378");
        assertThat(price.parts())
                .extracting(Price.Part::label)
                .containsExactly("H100 3g.40gb", "8 vCPU", "32 GiB memory");
        assertThat(price.bookVersion()).isEqualTo(7);
    }

    @Test
    void partsAddUpExactly() {
        var price = sheet.price(new Quantities(amounts(1_333, 7_777_777_777L, 1), List.of(slices(2), slices(1))));

        assertThat(price.parts().stream().map(Price.Part::hourly).reduce(Money.ZERO, Money::plus))
                .isEqualTo(price.hourly());
        assertThat(price.parts().getFirst()).isEqualTo(new Price.Part("3 × H100 3g.40gb", Money.of("4.80")));
    }

    @Test
    void aByteOfStorageHasAPriceOfItsOwn() {
        var one = sheet.price(new Quantities(amounts(0, 0, 1), List.of()));
        var many = sheet.price(new Quantities(amounts(0, 0, 1L << 40), List.of()));

        assertThat(one.hourly().times(1L << 40)).isEqualTo(many.hourly());
        assertThat(many.monthly().amount().setScale(6, RoundingMode.HALF_UP)).isEqualByComparingTo("102.4");
    }

    @Test
    void whatIsNotInTheBookIsRefused() {
        assertThatThrownBy(() -> sheet.price(new Quantities(Amounts.NONE, List.of(new GpuNeed("H100", "whole", 1)))))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("whole H100");
    }

    @Test
    void anOldPriceCanBeToldAgain() {
        var january = Instant.parse("2026-01-01T00:00:00Z");
        var march = Instant.parse("2026-03-01T00:00:00Z");
        var dated = new DatedPrices(List.of(
                new DatedPrices.Row(1, SLICE, Money.of("1.60"), january, "slipway"),
                new DatedPrices.Row(2, SLICE, Money.of("1.70"), march, "slipway"),
                new DatedPrices.Row(3, SLICE, Money.of("1.65"), march, "slipway")));

        assertThat(dated.at(march.minusSeconds(1), 3).of(SLICE)).hasValue(Money.of("1.60"));
        assertThat(dated.at(march, 3).of(SLICE)).hasValue(Money.of("1.65"));
        assertThat(dated.at(march, 2).of(SLICE)).hasValue(Money.of("1.70"));
        assertThat(dated.at(march, 1).of(SLICE)).hasValue(Money.of("1.60"));
        assertThat(dated.at(january.minusSeconds(1), 3).of(SLICE)).isEmpty();
    }

    private static GpuNeed slices(long count) {
        return new GpuNeed("H100", "3g.40gb", count);
    }

    private static Amounts amounts(long cpuMillis, long memoryBytes, long storageBytes) {
        return new Amounts(cpuMillis, memoryBytes, storageBytes, 1, Map.of());
    }
}
