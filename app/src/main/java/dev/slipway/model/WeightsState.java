package dev.slipway.model;

/** Where a model's weights are on the way into a namespace. */
public sealed interface WeightsState {

    /** Nobody asked for them yet. */
    record Cold() implements WeightsState {}

    /**
     * @param about whether the figure is an estimate, because the fetcher has not told one
     */
    record Warming(long doneBytes, long totalBytes, boolean about) implements WeightsState {

        public int percent() {
            return totalBytes == 0 ? 0 : (int) Math.min(100, doneBytes * 100 / totalBytes);
        }
    }

    record Warm() implements WeightsState {}

    /**
     * @param reason in one sentence
     */
    record Failed(String reason) implements WeightsState {}
}
