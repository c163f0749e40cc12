package dev.slipway.team;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a holding is, in the words of every page, request and record. */
public final class HoldingWords {

    private static final String SPACE = "\u00a0";
    private static final BigDecimal GIBIBYTE = BigDecimal.valueOf(1L << 30);

    private HoldingWords() {}

    /** {@code 4 slices of H100, 8 vCPU, €1,378 a month}; {@code nothing} when it is that. */
    public static String of(Holding holding) {
        return holding.isNone() ? "nothing" : String.join(", ", parts(holding));
    }

    /** What is missing of a team's quota: {@code 4 slices of H100, €1,378 a month over the quota of Claims}. */
    public static String over(Holding missing, String team) {
        return "%s over the quota of %s".formatted(of(missing), team);
    }

    /** The same as {@link #of}, one by one: GPU first, money last. */
    public static List<String> parts(Holding holding) {
        var parts = new ArrayList<String>();
        var amounts = holding.amounts();
        amounts.gpu()
                .forEach((model, slices) -> parts.add(
                        "%s %s of %s".formatted(slices, slices.toString().equals("1") ? "slice" : "slices", model)));
        add(parts, BigDecimal.valueOf(amounts.cpuMillis(), 3), "vCPU");
        add(parts, gib(amounts.memoryBytes()), "GiB memory");
        add(parts, gib(amounts.storageBytes()), "GiB storage");
        if (amounts.pods() > 0) {
            parts.add(amounts.pods() + (amounts.pods() == 1 ? " pod" : " pods"));
        }
        if (!holding.monthly().isZero()) {
            parts.add(String.format(
                    Locale.UK, "€%,.0f a month", holding.monthly().amount().setScale(0, RoundingMode.HALF_UP)));
        }
        return parts;
    }

    private static void add(List<String> parts, BigDecimal amount, String unit) {
        if (amount.signum() > 0) {
            parts.add(amount.stripTrailingZeros().toPlainString() + SPACE + unit);
        }
    }

    private static BigDecimal gib(long bytes) {
        return BigDecimal.valueOf(bytes).divide(GIBIBYTE, 1, RoundingMode.UP);
    }
}
