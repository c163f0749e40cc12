package dev.slipway.cost;

/**
 * GPU shares to be priced.
 *
 * @param deviceModel for example {@code H100}
 * @param profile {@code whole}, a MIG profile such as {@code 3g.40gb}, or one of so many equal shares: {@code 1/4}
 * @param count how many of them
 */
public record GpuNeed(String deviceModel, String profile, long count) {

    /** The profile of a GPU that is not shared. */
    public static final String WHOLE = "whole";

    public GpuNeed {
        if (count < 0) {
            throw new IllegalArgumentException("a negative number of shares");
        }
    }
}
