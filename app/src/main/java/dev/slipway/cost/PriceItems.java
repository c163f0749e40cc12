package dev.slipway.cost;

import java.util.Comparator;

/** Price items as columns, as words and in order. */
final class PriceItems {

    static final Comparator<PriceItem> ORDER = Comparator.comparing(PriceItems::words);

    private PriceItems() {}

    static String column(PriceItem item) {
        return switch (item) {
            case PriceItem.Gpu gpu -> "gpu";
            case PriceItem.Cpu cpu -> "cpu";
            case PriceItem.Memory memory -> "memory";
            case PriceItem.Storage storage -> "storage";
        };
    }

    static PriceItem read(String column, String deviceModel, String profile) {
        return switch (column) {
            case "gpu" -> new PriceItem.Gpu(deviceModel, profile);
            case "cpu" -> new PriceItem.Cpu();
            case "memory" -> new PriceItem.Memory();
            case "storage" -> new PriceItem.Storage();
            default -> throw new IllegalStateException("no such price item: " + column);
        };
    }

    static String words(PriceItem item) {
        return switch (item) {
            case PriceItem.Gpu gpu -> gpu.deviceModel() + " " + gpu.profile();
            case PriceItem.Cpu cpu -> "vCPU";
            case PriceItem.Memory memory -> "memory";
            case PriceItem.Storage storage -> "storage";
        };
    }
}
