package dev.slipway.kernel;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Days as people write them into forms. */
public final class Days {

    private static final int LENGTH = "2027-02-28".length();

    private Days() {}

    /** Empty unless it is a day such as {@code 2027-02-28}, of the years 0 to 9999. */
    public static Optional<LocalDate> read(String text) {
        try {
            return text.length() == LENGTH ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
