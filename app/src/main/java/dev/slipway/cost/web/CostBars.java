package dev.slipway.cost.web;

import dev.slipway.cost.Usage;
import dev.slipway.kernel.Money;
import dev.slipway.shell.Ui;
import dev.slipway.shell.ui.BarChart;
import dev.slipway.shell.ui.BarChart.Bar;
import dev.slipway.shell.ui.BarChart.Part;
import dev.slipway.team.TeamView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Cost per day as bars, the teams stacked in one order. */
@Component
class CostBars {

    private final Usage usage;
    private final Ui ui;

    CostBars(Usage usage, Ui ui) {
        this.usage = usage;
        this.ui = ui;
    }

    BarChart of(List<TeamView> teams, Instant from, Instant until) {
        var byTeam = new LinkedHashMap<TeamView, SortedMap<LocalDate, Money>>();
        teams.forEach(team -> byTeam.put(team, usage.days(team.id(), from, until)));
        var totals = totals(byTeam);
        var highest = totals.values().stream().max(Money::compareTo).orElse(Money.ZERO);
        var top = roundedUp(highest);
        var bars = totals.keySet().stream()
                .map(day -> new Bar(ui.date(day), parts(byTeam, day, top)))
                .toList();
        return new BarChart(
                finding(totals, highest),
                totals.isEmpty() ? "" : ui.date(totals.firstKey()),
                "today",
                ui.money(top),
                teams.stream().map(TeamView::title).toList(),
                bars);
    }

    private static SortedMap<LocalDate, Money> totals(Map<TeamView, SortedMap<LocalDate, Money>> byTeam) {
        var totals = new TreeMap<LocalDate, Money>();
        byTeam.values().forEach(days -> days.forEach((day, cost) -> totals.merge(day, cost, Money::plus)));
        return totals;
    }

    private List<Part> parts(Map<TeamView, SortedMap<LocalDate, Money>> byTeam, LocalDate day, Money top) {
        return byTeam.entrySet().stream()
                .map(entry -> {
                    var cost = entry.getValue().getOrDefault(day, Money.ZERO);
                    return new Part(height(cost, top), entry.getKey().colour(), "spent", ui.money(cost));
                })
                .toList();
    }

    /** The next of 1, 2, 5, 10, 20, 50 and so on, so that the axis has a figure that can be read. */
    static Money roundedUp(Money highest) {
        if (highest.isZero()) {
            return Money.ZERO;
        }
        var amount = highest.amount();
        var power = BigDecimal.ONE.scaleByPowerOfTen(amount.precision() - amount.scale() - 1);
        return Stream.of(1, 2, 5, 10)
                .map(step -> power.multiply(BigDecimal.valueOf(step)))
                .filter(step -> step.compareTo(amount) >= 0)
                .findFirst()
                .map(Money::new)
                .orElseThrow();
    }

    /** For the drawing only. */
    private static double height(Money cost, Money top) {
        return top.isZero()
                ? 0
                : cost.amount()
                        .multiply(BigDecimal.valueOf(100))
                        .divide(top.amount(), 3, RoundingMode.HALF_UP)
                        .doubleValue();
    }

    private String finding(SortedMap<LocalDate, Money> totals, Money highest) {
        return totals.entrySet().stream()
                .filter(entry -> entry.getValue().equals(highest) && !highest.isZero())
                .findFirst()
                .map(entry -> "Cost per day this month; most on %s with %s."
                        .formatted(ui.date(entry.getKey()), ui.money(highest)))
                .orElse("Nothing has been charged this month.");
    }
}
