package dev.slipway.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.kernel.EnvironmentKind;
import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.Money;
import dev.slipway.kernel.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IntervalTests {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Metered METERED =
            new Metered(InstanceId.random(), new TeamId("claims"), EnvironmentKind.PROD, "claims-triage");

    @Test
    void anHourCostsTheHourlyRate() {
        assertThat(Interval.cost(List.of(running("1.888")), Instant.EPOCH, NOON.plus(Duration.ofHours(1))))
                .isEqualTo(Money.of("1.888"));
    }

    @Test
    void onlyWhatLiesWithinThePeriodCounts() {
        var ended = new Interval(METERED, NOON, Optional.of(NOON.plusSeconds(7200)), Money.of("2"));

        assertThat(Interval.cost(List.of(ended), NOON.plusSeconds(1800), NOON.plusSeconds(3600)))
                .isEqualTo(Money.of("1"));
        assertThat(Interval.cost(List.of(ended), NOON.plusSeconds(3600), NOON.plusSeconds(99_999)))
                .isEqualTo(Money.of("2"));
        assertThat(Interval.cost(List.of(ended), NOON.minusSeconds(10), NOON)).isEqualTo(Money.ZERO);
    }

    @Test
    void partsThatDoNotEndInDecimalsAreDividedOnlyOnce() {
        var third = List.of(running("0.01"), running("0.01"), running("0.01"));

        assertThat(Interval.cost(third, NOON, NOON.plusSeconds(1200))).isEqualTo(Money.of("0.01"));
    }

    private static Interval running(String hourly) {
        return new Interval(METERED, NOON, Optional.empty(), Money.of(hourly));
    }
}
