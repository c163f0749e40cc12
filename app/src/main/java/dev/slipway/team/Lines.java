package dev.slipway.team;

import dev.slipway.kernel.Amounts;
import dev.slipway.kernel.GpuSlices;
import dev.slipway.kernel.Money;
import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * A holding as the ledger keeps it: one exact number per resource. Pods are not in it; they are bounded in each namespace.
 *
 * @param amounts by resource, without zeros
 */
record Lines(SortedMap<String, BigDecimal> amounts) {

    static final Lines NONE = new Lines(new TreeMap<>());

    private static final String CPU = "cpu";
    private static final String MEMORY = "memory";
    private static final String STORAGE = "storage";
    private static final String MONEY = "money";
    private static final String GPU = "gpu:";

    Lines {
        amounts = new TreeMap<>(amounts);
        amounts.values().removeIf(amount -> amount.signum() == 0);
    }

    static Lines of(Holding holding) {
        var lines = new TreeMap<String, BigDecimal>();
        lines.put(CPU, BigDecimal.valueOf(holding.amounts().cpuMillis()));
        lines.put(MEMORY, BigDecimal.valueOf(holding.amounts().memoryBytes()));
        lines.put(STORAGE, BigDecimal.valueOf(holding.amounts().storageBytes()));
        lines.put(MONEY, holding.monthly().amount());
        holding.amounts().gpu().forEach((model, slices) -> lines.put(GPU + model, BigDecimal.valueOf(slices.units())));
        return new Lines(lines);
    }

    Holding holding() {
        var gpu = new TreeMap<String, GpuSlices>();
        amounts.forEach((resource, amount) -> {
            if (resource.startsWith(GPU)) {
                gpu.put(resource.substring(GPU.length()), new GpuSlices(amount.longValueExact()));
            }
        });
        var means = new Amounts(whole(CPU), whole(MEMORY), whole(STORAGE), 0, (Map<String, GpuSlices>) gpu);
        return new Holding(means, new Money(amount(MONEY)));
    }

    BigDecimal amount(String resource) {
        return amounts.getOrDefault(resource, BigDecimal.ZERO);
    }

    boolean isNone() {
        return amounts.isEmpty();
    }

    Lines plus(Lines other) {
        return combine(other, BigDecimal::add);
    }

    Lines minus(Lines other) {
        return combine(other, BigDecimal::subtract);
    }

    Lines max(Lines other) {
        return combine(other, BigDecimal::max);
    }

    /** The part that goes beyond {@code limit}. */
    Lines beyond(Lines limit) {
        return combine(limit, (amount, most) -> amount.subtract(most).max(BigDecimal.ZERO));
    }

    /** Only the resources of which {@code other} has less. */
    Lines whereMoreThan(Lines other) {
        var more = new TreeMap<>(amounts);
        more.entrySet().removeIf(line -> line.getValue().compareTo(other.amount(line.getKey())) <= 0);
        return new Lines(more);
    }

    /** Only the resources that {@code other} has, too. */
    Lines only(Lines other) {
        var kept = new TreeMap<>(amounts);
        kept.keySet().retainAll(other.amounts.keySet());
        return new Lines(kept);
    }

    private long whole(String resource) {
        return amount(resource).longValueExact();
    }

    private Lines combine(Lines other, BinaryOperator<BigDecimal> operation) {
        var combined = new TreeMap<String, BigDecimal>();
        amounts.keySet()
                .forEach(resource -> combined.put(resource, operation.apply(amount(resource), other.amount(resource))));
        other.amounts
                .keySet()
                .forEach(resource -> combined.put(resource, operation.apply(amount(resource), other.amount(resource))));
        return new Lines(combined);
    }
}
