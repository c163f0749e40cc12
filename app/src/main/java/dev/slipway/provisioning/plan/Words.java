package dev.slipway.provisioning.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Amounts as people read them. */
public final class Words {

    private static final BigDecimal GIB = BigDecimal.valueOf(1L << 30);

    private Words() {}

    public static String gib(long bytes) {
        return BigDecimal.valueOf(bytes).divide(GIB, 1, RoundingMode.HALF_UP).toPlainString() + "\u00a0GiB";
    }

    public static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
