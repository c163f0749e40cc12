package dev.slipway.cost;

/** What the price book has a price for. */
public sealed interface PriceItem {

    /** One share of a GPU for an hour; {@code profile} as in {@link GpuNeed}. */
    record Gpu(String deviceModel, String profile) implements PriceItem {}

    /** One core for an hour. */
    record Cpu() implements PriceItem {}

    /** One GiB of main memory for an hour. */
    record Memory() implements PriceItem {}

    /** One GiB of volume for a month of 730 hours. */
    record Storage() implements PriceItem {}
}
