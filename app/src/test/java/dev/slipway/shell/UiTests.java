package dev.slipway.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.kernel.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class UiTests {

    private static final Instant NOW = Instant.parse("2026-11-19T10:04:12Z");
    private final Ui ui = new Ui(InstantSource.fixed(NOW), ZoneId.of("Europe/Berlin"));

    @Test
    void writesMoneyAsPeopleDo() {
        assertThat(ui.money(Money.of("1.94"))).isEqualTo("€1.94");
        assertThat(ui.money(Money.of("859.551"))).isEqualTo("€859.55");
        assertThat(ui.money(Money.of("1377.6"))).isEqualTo("€1,378");
        assertThat(ui.money(Money.of("0.00006"))).isEqualTo("€0.00006");
        assertThat(ui.money(Money.ZERO)).isEqualTo("€0.00");
        assertThat(ui.money(Money.of("-3"))).isEqualTo("−€3.00");
        assertThat(ui.euros(Money.of("633.6"))).isEqualTo("€634");
        assertThat(ui.perHour(Money.of("1.94"))).isEqualTo("€1.94\u00a0/h");
    }

    @Test
    void writesFiguresWithUnitsThatDoNotBreakOff() {
        assertThat(ui.gib(42_412_900_000L)).isEqualTo("39.5\u00a0GiB");
        assertThat(ui.percent(71)).isEqualTo("71\u00a0%");
        assertThat(ui.number(1940)).isEqualTo("1,940");
    }

    @Test
    void writesDurationsInTheirTwoLargestParts() {
        assertThat(ui.duration(Duration.ofMillis(940))).isEqualTo("0.9\u00a0s");
        assertThat(ui.duration(Duration.ofSeconds(48))).isEqualTo("48\u00a0s");
        assertThat(ui.duration(Duration.ofSeconds(204))).isEqualTo("3\u00a0min\u00a024\u00a0s");
        assertThat(ui.duration(Duration.ofHours(52))).isEqualTo("2\u00a0d\u00a04\u00a0h");
        assertThat(ui.duration(Duration.ofMinutes(60))).isEqualTo("1\u00a0h");
    }

    @Test
    void writesTimesRelativelyUnderADay() {
        assertThat(ui.ago(NOW.minusSeconds(5))).isEqualTo("just now");
        assertThat(ui.ago(NOW.minusSeconds(2280))).isEqualTo("38\u00a0min ago");
        assertThat(ui.ago(NOW.plusSeconds(7200))).isEqualTo("in 2\u00a0h");
        assertThat(ui.ago(Instant.parse("2026-12-03T09:00:00Z"))).isEqualTo("3\u00a0Dec\u00a02026");
        assertThat(ui.clock(NOW)).isEqualTo("11:04:12");
        assertThat(ui.moment(NOW.minusSeconds(3600))).isEqualTo("10:04:12");
        assertThat(ui.moment(Instant.parse("2026-11-18T22:59:59Z"))).isEqualTo("18\u00a0Nov, 23:59");
        assertThat(ui.moment(Instant.parse("2026-11-18T23:00:00Z"))).isEqualTo("00:00:00");
        assertThat(ui.exact(NOW)).isEqualTo("19 Nov 2026, 11:04:12 CET");
    }

    @Test
    void saysInWhichZoneTimesAre() {
        assertThat(ui.zone()).isEqualTo("CET");
        assertThat(ui.zoneInFull()).isEqualTo("Europe/Berlin, UTC+01:00");
    }

    @Test
    void aKindBreaksBetweenItsWords() {
        assertThat(ui.words("HorizontalPodAutoscaler")).containsExactly("Horizontal", "Pod", "Autoscaler");
        assertThat(ui.words("PersistentVolumeClaim ×2")).containsExactly("Persistent", "Volume", "Claim ×2");
        assertThat(ui.words("CSIDriver")).containsExactly("CSIDriver");
    }

    @Test
    void aPatternOfANameFitsThatNameOnly() {
        assertThat("a.b-c").matches(ui.literal("a.b-c"));
        assertThat("axb-c").doesNotMatch(ui.literal("a.b-c"));
    }
}
