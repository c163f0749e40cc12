package dev.slipway.cluster.sandbox.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Kubernetes quantities: {@code 500m}, {@code 16Gi}, {@code 2}. */
public final class Quantities {

    static final String RULE =
            "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";

    private static final Pattern QUANTITY =
            Pattern.compile("([+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+))([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]+)?");
    private static final List<String> BINARY = List.of("", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");
    private static final List<String> DECIMAL = List.of("n", "u", "m", "", "k", "M", "G", "T", "P", "E");
    private static final BigDecimal KIBI = BigDecimal.valueOf(1024);

    private Quantities() {}

    public static boolean isValid(Object value) {
        return QUANTITY.matcher(value.toString()).matches();
    }

    public static BigDecimal parse(Object value) {
        var matcher = QUANTITY.matcher(value.toString());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(RULE);
        }
        var number = new BigDecimal(matcher.group(1));
        var suffix = matcher.group(2) == null ? "" : matcher.group(2);
        if (suffix.endsWith("i")) {
            return number.multiply(KIBI.pow(BINARY.indexOf(suffix)));
        }
        if (DECIMAL.contains(suffix)) {
            return number.scaleByPowerOfTen(3 * (DECIMAL.indexOf(suffix) - 3));
        }
        return number.scaleByPowerOfTen(Integer.parseInt(suffix.substring(1)));
    }

    public static BigDecimal of(Map<String, ?> amounts, String resource) {
        var amount = amounts.get(resource);
        return amount == null ? BigDecimal.ZERO : parse(amount);
    }

    /** As the API server gives it back: {@code 1000m} becomes {@code 1}, {@code 1024Mi} becomes {@code 1Gi}. */
    public static String canonical(Object value) {
        var written = value.toString();
        return format(parse(written), written.endsWith("i"));
    }

    public static String format(BigDecimal amount, boolean binary) {
        if (amount.signum() == 0) {
            return "0";
        }
        return binary && amount.abs().compareTo(KIBI) >= 0 ? binary(amount) : decimal(amount);
    }

    private static String binary(BigDecimal amount) {
        var number = amount.setScale(0, RoundingMode.UP).toBigInteger();
        var power = 0;
        while (power < 6 && number.mod(KIBI.toBigInteger()).signum() == 0) {
            number = number.divide(KIBI.toBigInteger());
            power++;
        }
        return number + BINARY.get(power);
    }

    private static String decimal(BigDecimal amount) {
        var number = amount.setScale(9, RoundingMode.UP).unscaledValue();
        var power = 0;
        var thousand = java.math.BigInteger.valueOf(1000);
        while (power < DECIMAL.size() - 1 && number.mod(thousand).signum() == 0) {
            number = number.divide(thousand);
            power++;
        }
        return number + DECIMAL.get(power);
    }
}
