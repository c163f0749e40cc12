package dev.slipway.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.kernel.EnvironmentKind;
import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.Money;
import dev.slipway.kernel.TeamId;
import dev.slipway.testing.SlipwayTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@SlipwayTest
class UsageTests {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Autowired
    Usage usage;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void addsUpWhatEachRateCost() {
        var metered = metered("added-up", "triage");
        run(() -> usage.rateFrom(metered, price("1.60"), NOON));
        run(() -> usage.rateFrom(metered, price("3.20"), NOON.plusSeconds(3600)));
        run(() -> usage.stop(metered.instance(), NOON.plusSeconds(5400)));

        assertThat(usage.soFar(metered.instance(), NOON.plusSeconds(1800))).isEqualTo(Money.of("0.8"));
        assertThat(usage.soFar(metered.instance(), NOON.plusSeconds(99_999))).isEqualTo(Money.of("3.2"));
        assertThat(usage.rate(metered.instance())).isEmpty();
    }

    @Test
    void theSameRateAgainChangesNothing() {
        var metered = metered("same", "triage");
        run(() -> usage.rateFrom(metered, price("1.60"), NOON));
        run(() -> usage.rateFrom(metered, price("1.6"), NOON.plusSeconds(60)));
        run(() -> usage.stop(metered.instance(), NOON.minusSeconds(60)));

        assertThat(usage.soFar(metered.instance(), NOON.plusSeconds(7200))).isEqualTo(Money.ZERO);
    }

    @Test
    void aTeamsBillIsTheSumOfItsLinesAndOfItsDays() {
        var team = new TeamId("billed");
        var first = metered("billed", "first");
        var second = metered("billed", "second");
        run(() -> usage.rateFrom(first, price("1.888"), NOON.minusSeconds(90_000)));
        run(() -> usage.rateFrom(second, price("0.37"), NOON.minusSeconds(50)));
        run(() -> usage.stop(second.instance(), NOON.minusSeconds(3)));
        var begin = Instant.parse("2026-11-01T00:00:00Z");
        var total = usage.teamMonthToDate(team, NOON);

        assertThat(usage.lines(team, begin, NOON))
                .extracting(line -> line.metered().name())
                .containsExactly("first", "second");
        assertThat(sum(usage.lines(team, begin, NOON).stream()
                        .map(Usage.Line::cost)
                        .toList()))
                .isCloseTo(total.amount(), org.assertj.core.data.Offset.offset(new java.math.BigDecimal("1e-11")));
        assertThat(usage.days(team, begin, NOON)).hasSize(20).containsKey(LocalDate.of(2026, 11, 20));
        assertThat(sum(List.copyOf(usage.days(team, begin, NOON).values())))
                .isCloseTo(total.amount(), org.assertj.core.data.Offset.offset(new java.math.BigDecimal("1e-10")));
        assertThat(usage.teamRate(team)).isEqualTo(Money.of("1.888"));
        assertThat(usage.total(team, begin, NOON)).isEqualTo(total);
    }

    @Test
    void isPartOfTheTransactionOfTheChange() {
        assertThatThrownBy(() -> usage.stop(InstanceId.random(), NOON))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    private static java.math.BigDecimal sum(List<Money> money) {
        return money.stream().reduce(Money.ZERO, Money::plus).amount();
    }

    private void run(Runnable work) {
        transactions.executeWithoutResult(status -> work.run());
    }

    private static Metered metered(String team, String name) {
        return new Metered(InstanceId.random(), new TeamId(team), EnvironmentKind.PROD, name);
    }

    private static Price price(String hourly) {
        return new Price(Money.of(hourly), List.of(), 1);
    }
}
