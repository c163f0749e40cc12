package dev.slipway.kernel;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.LongBinaryOperator;

/**
 * What something needs, holds or may hold of a cluster's means, in integers of the smallest unit.
 *
 * @param cpuMillis thousandths of a core
 * @param memoryBytes bytes of main memory
 * @param storageBytes bytes of volumes
 * @param pods number of pods
 * @param gpu memory slices by device model, for example {@code H100}
 */
public record Amounts(
        long cpuMillis, long memoryBytes, long storageBytes, long pods, SortedMap<String, GpuSlices> gpu) {

    public static final Amounts NONE = new Amounts(0, 0, 0, 0, Map.of());

    public Amounts(long cpuMillis, long memoryBytes, long storageBytes, long pods, Map<String, GpuSlices> gpu) {
        this(cpuMillis, memoryBytes, storageBytes, pods, new TreeMap<>(gpu));
    }

    public Amounts {
        var kept = new TreeMap<>(gpu);
        kept.values().removeIf(slices -> slices.units() == 0);
        gpu = java.util.Collections.unmodifiableSortedMap(kept);
    }

    public static Amounts ofGpu(String deviceModel, GpuSlices slices) {
        return new Amounts(0, 0, 0, 0, Map.of(deviceModel, slices));
    }

    public Amounts plus(Amounts other) {
        return combine(other, Math::addExact, GpuSlices::plus);
    }

    public Amounts minus(Amounts other) {
        return combine(other, Math::subtractExact, GpuSlices::minus);
    }

    public Amounts times(long factor) {
        var slices = new TreeMap<String, GpuSlices>();
        gpu.forEach((model, held) -> slices.put(model, held.times(factor)));
        return new Amounts(
                Math.multiplyExact(cpuMillis, factor),
                Math.multiplyExact(memoryBytes, factor),
                Math.multiplyExact(storageBytes, factor),
                Math.multiplyExact(pods, factor),
                slices);
    }

    /** The part of this that goes beyond {@code limit}; {@link #NONE} when all of it fits. */
    public Amounts beyond(Amounts limit) {
        return minus(limit)
                .combine(
                        NONE,
                        (left, ignored) -> Math.max(left, 0),
                        (left, ignored) -> left.units() > 0 ? left : GpuSlices.NONE);
    }

    public boolean fitsIn(Amounts limit) {
        return beyond(limit).equals(NONE);
    }

    public GpuSlices gpu(String deviceModel) {
        return gpu.getOrDefault(deviceModel, GpuSlices.NONE);
    }

    private Amounts combine(Amounts other, LongBinaryOperator numbers, BinaryOperator<GpuSlices> slices) {
        var combined = new TreeMap<String, GpuSlices>();
        gpu.keySet().forEach(model -> combined.put(model, slices.apply(gpu(model), other.gpu(model))));
        other.gpu.keySet().forEach(model -> combined.put(model, slices.apply(gpu(model), other.gpu(model))));
        return new Amounts(
                numbers.applyAsLong(cpuMillis, other.cpuMillis),
                numbers.applyAsLong(memoryBytes, other.memoryBytes),
                numbers.applyAsLong(storageBytes, other.storageBytes),
                numbers.applyAsLong(pods, other.pods),
                combined);
    }
}
