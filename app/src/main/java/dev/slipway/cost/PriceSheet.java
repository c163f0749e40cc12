package dev.slipway.cost;

import dev.slipway.cost.Price.Part;
import dev.slipway.kernel.Amounts;
import dev.slipway.kernel.InvalidException;
import dev.slipway.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The unit prices that hold at one moment in one version of the book. Everything is exact but for one place: the hourly
 * price of a GiB of storage is its monthly price / 730, rounded to 12 decimals once, before anything is multiplied.
 */
final class PriceSheet {

    private static final BigDecimal HOURS = BigDecimal.valueOf(730);
    private static final BigDecimal GIB = BigDecimal.valueOf(1L << 30);

    private final Map<PriceItem, Money> prices = new HashMap<>();
    private final long version;

    /** @param rows those that hold, one for each item */
    PriceSheet(Map<PriceItem, Money> rows, long version) {
        prices.putAll(rows);
        this.version = version;
    }

    Price price(Quantities quantities) {
        var parts = new ArrayList<Part>();
        gpu(quantities.gpu(), parts);
        amounts(quantities.amounts(), parts);
        var sum = parts.stream().map(Part::hourly).reduce(Money.ZERO, Money::plus);
        return new Price(sum, parts, version);
    }

    Optional<Money> of(PriceItem item) {
        return Optional.ofNullable(prices.get(item));
    }

    private void gpu(List<GpuNeed> needs, List<Part> parts) {
        var counts = new TreeMap<String, Long>();
        var items = new HashMap<String, GpuNeed>();
        for (var need : needs) {
            var label = label(need);
            counts.merge(label, need.count(), Math::addExact);
            items.put(label, need);
        }
        counts.forEach((label, count) -> {
            var need = items.get(label);
            if (need != null && count > 0) {
                parts.add(new Part(
                        count == 1 ? label : count + " × " + label, share(need).times(count)));
            }
        });
    }

    private static String label(GpuNeed need) {
        return need.profile().equals(GpuNeed.WHOLE)
                ? "whole " + need.deviceModel()
                : need.deviceModel() + " " + need.profile();
    }

    private Money share(GpuNeed need) {
        return of(new PriceItem.Gpu(need.deviceModel(), need.profile()))
                .orElseThrow(() -> new InvalidException(
                        "no-price",
                        "The price book has no price for %s. A platform admin can add one.".formatted(label(need))));
    }

    private void amounts(Amounts amounts, List<Part> parts) {
        var cores = BigDecimal.valueOf(amounts.cpuMillis(), 3);
        var memory = gib(amounts.memoryBytes());
        var storage = gib(amounts.storageBytes());
        add(parts, cores, "vCPU", unit(new PriceItem.Cpu()));
        add(parts, memory, "GiB memory", unit(new PriceItem.Memory()));
        add(parts, storage, "GiB storage", unit(new PriceItem.Storage()).divide(HOURS, 12, RoundingMode.HALF_UP));
    }

    private static void add(List<Part> parts, BigDecimal quantity, String what, BigDecimal unitPrice) {
        if (quantity.signum() > 0) {
            parts.add(new Part(shown(quantity) + " " + what, new Money(quantity.multiply(unitPrice))));
        }
    }

    private BigDecimal unit(PriceItem item) {
        return of(item).map(Money::amount)
                .orElseThrow(() -> new InvalidException("no-price", "The price book has no price for " + item + "."));
    }

    /** Exact: a division by a power of two ends. */
    private static BigDecimal gib(long bytes) {
        return BigDecimal.valueOf(bytes).divide(GIB);
    }

    private static String shown(BigDecimal quantity) {
        var rounded = quantity.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0).toPlainString() : rounded.toPlainString();
    }
}
