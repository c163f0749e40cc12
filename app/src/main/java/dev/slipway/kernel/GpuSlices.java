package dev.slipway.kernel;

/**
 * Memory slices of a device model, exactly. One slice is 2,520 units, so that the share of a GPU that is time-sliced
 * by any number up to ten is a whole number of units.
 *
 * @param units of 1/2520 slice
 */
public record GpuSlices(long units) implements Comparable<GpuSlices> {

    public static final long UNITS_PER_SLICE = 2_520;
    public static final GpuSlices NONE = new GpuSlices(0);

    public static GpuSlices of(long slices) {
        return new GpuSlices(Math.multiplyExact(slices, UNITS_PER_SLICE));
    }

    /** The share of a GPU with so many slices that is divided evenly; rounded up to the next unit. */
    public static GpuSlices shareOf(long slices, long sharers) {
        return new GpuSlices(Math.ceilDiv(Math.multiplyExact(slices, UNITS_PER_SLICE), sharers));
    }

    public GpuSlices plus(GpuSlices other) {
        return new GpuSlices(Math.addExact(units, other.units));
    }

    public GpuSlices minus(GpuSlices other) {
        return new GpuSlices(Math.subtractExact(units, other.units));
    }

    public GpuSlices times(long factor) {
        return new GpuSlices(Math.multiplyExact(units, factor));
    }

    @Override
    public int compareTo(GpuSlices other) {
        return Long.compare(units, other.units);
    }

    /** As a decimal with at most two places: {@code 4}, {@code 2.67}. */
    @Override
    public String toString() {
        return java.math.BigDecimal.valueOf(units)
                .divide(java.math.BigDecimal.valueOf(UNITS_PER_SLICE), 2, java.math.RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
