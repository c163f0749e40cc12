package dev.slipway.approval;

import dev.slipway.team.Holding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** What a holding is, in words. */
public final class HoldingWords {

    private HoldingWords() {}

    /** {@code 4 slices of H100, 8 vCPU, €1,378 a month}. */
    public static String of(Holding holding) {
        return String.join(", ", parts(holding));
    }

    /** The same, one by one. */
    public static List<String> parts(Holding holding) {
        var parts = new ArrayList<String>();
        var amounts = holding.amounts();
        amounts.gpu()
                .forEach((model, slices) -> parts.add(
                        "%s %s of %s".formatted(slices, slices.toString().equals("1") ? "slice" : "slices", model)));
        add(parts, BigDecimal.valueOf(amounts.cpuMillis(), 3), "vCPU");
        add(parts, gib(amounts.memoryBytes()), "GiB memory");
        add(parts, gib(amounts.storageBytes()), "GiB storage");
        if (!holding.monthly().isZero()) {
            parts.add("€%,d a month"
                    .formatted(holding.monthly()
                            .amount()
                            .setScale(0, RoundingMode.HALF_UP)
                            .longValueExact()));
        }
        return parts;
    }

    private static void add(List<String> parts, BigDecimal amount, String unit) {
        if (amount.signum() > 0) {
            parts.add(amount.stripTrailingZeros().toPlainString() + " " + unit);
        }
    }

    private static BigDecimal gib(long bytes) {
        return BigDecimal.valueOf(bytes).divide(BigDecimal.valueOf(1L << 30), 1, RoundingMode.UP);
    }
}
