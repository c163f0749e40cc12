package dev.slipway.kernel;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** Days as people write them into forms and read them in sentences; each begins and ends with those of UTC. */
public final class Days {

    private static final int LENGTH = "2027-02-28".length();
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private Days() {}

    /** Empty unless it is a day such as {@code 2027-02-28}, of the years 0 to 9999. */
    public static Optional<LocalDate> read(String text) {
        try {
            return text.length() == LENGTH ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    public static LocalDate today(InstantSource clock) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** As sentences say it: {@code 3 Dec 2026}. */
    public static String written(LocalDate day) {
        return WRITTEN.format(day);
    }

    /** When what lasts through this day ends. */
    public static Instant endOf(LocalDate last) {
        return last.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** The last day of what ends then. */
    public static LocalDate lastBefore(Instant end) {
        return LocalDate.ofInstant(end.minusNanos(1), ZoneOffset.UTC);
    }
}
