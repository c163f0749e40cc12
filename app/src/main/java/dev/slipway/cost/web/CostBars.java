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
        var bars = totals.keySet().stream()
                .map(day -> new Bar(ui.date(day), parts(byTeam, day, highest)))
                .toList();
        return new BarChart(
                finding(totals, highest),
                totals.isEmpty() ? "" : ui.date(totals.firstKey()),
                "today",
                teams.stream().map(TeamView::title).toList(),
                bars);
    }

    private static SortedMap<LocalDate, Money> totals(Map<TeamView, SortedMap<LocalDate, Money>> byTeam) {
        var totals = new TreeMap<LocalDate, Money>();
        byTeam.values().forEach(days -> days.forEach((day, cost) -> totals.merge(day, cost, Money::plus)));
        return totals;
    }

    private List<Part> parts(Map<TeamView, SortedMap<LocalDate, Money>> byTeam, LocalDate day, Money highest) {
        return byTeam.entrySet().stream()
                .map(entry -> {
                    var cost = entry.getValue().getOrDefault(day, Money.ZERO);
                    return new Part(height(cost, highest), entry.getKey().colour(), "spent", ui.money(cost));
                })
                .toList();
    }

    /** For the drawing only. */
    private static double height(Money cost, Money highest) {
        return highest.isZero()
                ? 0
                : cost.amount()
                        .multiply(BigDecimal.valueOf(100))
                        .divide(highest.amount(), 3, RoundingMode.HALF_UP)
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
