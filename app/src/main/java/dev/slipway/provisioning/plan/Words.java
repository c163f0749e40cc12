package dev.slipway.provisioning.plan;

import dev.slipway.team.Holding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Locale;

/** Amounts as people read them. */
public final class Words {

    private static final BigDecimal GIB = BigDecimal.valueOf(1L << 30);

    private Words() {}

    public static String gib(long bytes) {
        return BigDecimal.valueOf(bytes).divide(GIB, 1, RoundingMode.HALF_UP).toPlainString() + "\u00a0GiB";
    }

    public static String holding(Holding holding) {
        var parts = new ArrayList<String>();
        var amounts = holding.amounts();
        amounts.gpu()
                .forEach((model, slices) -> parts.add(
                        "%s %s of %s".formatted(slices, slices.toString().equals("1") ? "slice" : "slices", model)));
        if (amounts.cpuMillis() > 0) {
            parts.add(BigDecimal.valueOf(amounts.cpuMillis(), 3)
                            .stripTrailingZeros()
                            .toPlainString() + " vCPU");
        }
        if (amounts.memoryBytes() > 0) {
            parts.add(gib(amounts.memoryBytes()) + " memory");
        }
        if (amounts.storageBytes() > 0) {
            parts.add(gib(amounts.storageBytes()) + " storage");
        }
        if (amounts.pods() > 0) {
            parts.add(amounts.pods() + (amounts.pods() == 1 ? " pod" : " pods"));
        }
        if (!holding.monthly().isZero()) {
            parts.add("€%s a month"
                    .formatted(holding.monthly()
                            .amount()
                            .setScale(0, RoundingMode.UP)
                            .toPlainString()));
        }
        return parts.isEmpty() ? "nothing" : String.join(", ", parts);
    }

    public static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
