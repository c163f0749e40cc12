package dev.slipway.blueprint.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Kubernetes quantities: {@code 500m}, {@code 4Gi}, {@code 1e3}. */
public final class Quantity {

    private static final Pattern FORM =
            Pattern.compile("([+-]?[0-9]{1,18}(?:\\.[0-9]{1,18})?)(e[+-]?[0-9]{1,2}|[numkMGTPE]|[KMGTPE]i)?");
    private static final Map<String, BigDecimal> SUFFIXES = Map.ofEntries(
            Map.entry("n", new BigDecimal("1e-9")),
            Map.entry("u", new BigDecimal("1e-6")),
            Map.entry("m", new BigDecimal("1e-3")),
            Map.entry("k", new BigDecimal("1e3")),
            Map.entry("M", new BigDecimal("1e6")),
            Map.entry("G", new BigDecimal("1e9")),
            Map.entry("T", new BigDecimal("1e12")),
            Map.entry("P", new BigDecimal("1e15")),
            Map.entry("E", new BigDecimal("1e18")),
            Map.entry("Ki", BigDecimal.valueOf(1L << 10)),
            Map.entry("Mi", BigDecimal.valueOf(1L << 20)),
            Map.entry("Gi", BigDecimal.valueOf(1L << 30)),
            Map.entry("Ti", BigDecimal.valueOf(1L << 40)),
            Map.entry("Pi", BigDecimal.valueOf(1L << 50)),
            Map.entry("Ei", BigDecimal.valueOf(1L << 60)));

    private Quantity() {}

    /** Rounded up to whole bytes. */
    public static long bytes(@Nullable Object quantity) {
        return exact(quantity).setScale(0, RoundingMode.CEILING).longValueExact();
    }

    /** Rounded up to thousandths. */
    public static long millis(@Nullable Object quantity) {
        return exact(quantity)
                .movePointRight(3)
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
    }

    /** As Kubernetes takes it, rounded up: {@code 512Mi}. */
    static String mebibytes(long bytes) {
        return Math.ceilDiv(bytes, 1L << 20) + "Mi";
    }

    /** Whether the text is a quantity. */
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /** As a number. */
    public static BigDecimal exact(@Nullable Object quantity) {
        var form = FORM.matcher(String.valueOf(quantity));
        if (!form.matches()) {
            throw new IllegalArgumentException("'" + quantity + "' is no quantity");
        }
        var number = new BigDecimal(form.group(1));
        var suffix = form.group(2);
        if (suffix == null) {
            return number;
        }
        var factor = SUFFIXES.get(suffix);
        return factor == null ? new BigDecimal(form.group(1) + suffix) : number.multiply(factor);
    }
}
