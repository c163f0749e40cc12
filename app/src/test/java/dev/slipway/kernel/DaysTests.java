package dev.slipway.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTests {

    @Test
    void readsADay() {
        assertThat(Days.read("2028-02-29")).contains(LocalDate.of(2028, 2, 29));
    }

    @Test
    void whatLastsThroughADayHasItAsItsLast() {
        var last = LocalDate.of(2027, 1, 20);

        assertThat(Days.endOf(last)).isEqualTo(Instant.parse("2027-01-21T00:00:00Z"));
        assertThat(Days.lastBefore(Days.endOf(last))).isEqualTo(last);
    }

    @Test
    void todayIsTheOneOfUtcAndIsWrittenInWords() {
        var beforeMidnight = Instant.parse("2026-12-03T23:59:59Z");

        assertThat(Days.today(() -> beforeMidnight)).isEqualTo(LocalDate.of(2026, 12, 3));
        assertThat(Days.written(Days.today(() -> beforeMidnight))).isEqualTo("3 Dec 2026");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "2027-02-29", "2027-2-8", "28.02.2027", "+999999999-12-31", "-999999999-01-01"})
    void anythingElseIsNone(String text) {
        assertThat(Days.read(text)).isEmpty();
    }
}
