package dev.slipway.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTests {

    @Test
    void readsADay() {
        assertThat(Days.read("2028-02-29")).contains(LocalDate.of(2028, 2, 29));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "2027-02-29", "2027-2-8", "28.02.2027", "+999999999-12-31", "-999999999-01-01"})
    void anythingElseIsNone(String text) {
        assertThat(Days.read(text)).isEmpty();
    }
}
