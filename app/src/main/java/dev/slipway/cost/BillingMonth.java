package dev.slipway.cost;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Locale;

/** A month that costs are added up over: a calendar month in UTC. */
public record BillingMonth(YearMonth month) {

    public static BillingMonth of(Instant time) {
        return new BillingMonth(YearMonth.from(time.atOffset(ZoneOffset.UTC)));
    }

    public Instant begin() {
        return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** The first moment after it. */
    public Instant end() {
        return new BillingMonth(month.plusMonths(1)).begin();
    }

    /** {@code November}. */
    public String title() {
        return month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
