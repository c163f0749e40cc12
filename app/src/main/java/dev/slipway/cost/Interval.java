package dev.slipway.cost;

import dev.slipway.kernel.EnvironmentKind;
import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.Money;
import dev.slipway.kernel.TeamId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * From when to when an instance ran at which rate.
 *
 * @param ends none while it runs
 */
record Interval(Metered metered, Instant starts, Optional<Instant> ends, Money hourly) {

    private static final BigDecimal MICROS_OF_AN_HOUR = BigDecimal.valueOf(3_600_000_000L);

    static Interval read(ResultSet row, int number) throws SQLException {
        var ends = row.getObject("ends", OffsetDateTime.class);
        return new Interval(
                new Metered(
                        InstanceId.of(row.getString("instance")),
                        new TeamId(row.getString("team")),
                        EnvironmentKind.valueOf(row.getString("environment").toUpperCase(Locale.ROOT)),
                        row.getString("name")),
                row.getObject("starts", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(ends).map(OffsetDateTime::toInstant),
                new Money(row.getBigDecimal("hourly")));
    }

    boolean isRunning() {
        return ends.isEmpty();
    }

    /**
     * What these intervals come to within a period: rate × microseconds, added up exactly, and divided by an hour once, at
     * the end, to 12 decimals.
     */
    static Money cost(Collection<Interval> intervals, Instant from, Instant until) {
        var sum = intervals.stream()
                .map(interval -> interval.rateTimesMicros(from, until))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Money(sum.divide(MICROS_OF_AN_HOUR, 12, RoundingMode.HALF_EVEN));
    }

    private BigDecimal rateTimesMicros(Instant from, Instant until) {
        var begin = starts.isAfter(from) ? starts : from;
        var end = ends.filter(time -> time.isBefore(until)).orElse(until);
        var micros = Math.max(0, ChronoUnit.MICROS.between(begin, end));
        return hourly.amount().multiply(BigDecimal.valueOf(micros));
    }
}
