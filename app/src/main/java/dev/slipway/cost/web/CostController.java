package dev.slipway.cost.web;

import dev.slipway.access.Caller;
import dev.slipway.cost.BillingMonth;
import dev.slipway.cost.Usage;
import dev.slipway.kernel.Money;
import dev.slipway.kernel.NotFoundException;
import dev.slipway.kernel.TeamId;
import dev.slipway.shell.Ui;
import dev.slipway.shell.ui.MeterView;
import dev.slipway.team.ChosenTeam;
import dev.slipway.team.Quotas;
import dev.slipway.team.TeamView;
import dev.slipway.team.Teams;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the teams that somebody may view have cost this month, and cost now. */
@Controller
class CostController {

    private final Usage usage;
    private final Quotas quotas;
    private final Teams teams;
    private final ChosenTeam chosen;
    private final CostBars bars;
    private final Ui ui;
    private final InstantSource clock;

    CostController(
            Usage usage, Quotas quotas, Teams teams, ChosenTeam chosen, CostBars bars, Ui ui, InstantSource clock) {
        this.usage = usage;
        this.quotas = quotas;
        this.teams = teams;
        this.chosen = chosen;
        this.bars = bars;
        this.ui = ui;
        this.clock = clock;
    }

    @GetMapping("/cost")
    String cost(Caller caller, @RequestParam(defaultValue = "") String team, Model model) {
        var visible = teams.visibleTo(caller);
        if (visible.isEmpty()) {
            throw new NotFoundException("no-team", "There is no team whose cost you may see.");
        }
        var shown = shown(caller, visible, team);
        var now = clock.instant();
        var month = BillingMonth.of(now);
        var lines = shown.stream().map(view -> line(view, now)).toList();
        model.addAttribute("month", month.title());
        model.addAttribute("lines", lines);
        model.addAttribute("soFar", sum(lines.stream().map(TeamLine::soFar).toList()));
        model.addAttribute("rate", sum(lines.stream().map(TeamLine::rate).toList()));
        model.addAttribute("ceiling", sum(lines.stream().map(TeamLine::ceiling).toList()));
        model.addAttribute("chart", bars.of(shown, month.begin(), now));
        model.addAttribute(
                "instances",
                shown.stream()
                        .flatMap(view -> usage.lines(view.id(), month.begin(), now).stream()
                                .map(line -> new InstanceLine(line, view.title(), view.colour())))
                        .toList());
        model.addAttribute("several", shown.size() > 1);
        return "cost/cost";
    }

    private List<TeamView> shown(Caller caller, List<TeamView> visible, String team) {
        if (!team.isBlank()) {
            return visible.stream()
                    .filter(view -> view.id().value().equals(team))
                    .findFirst()
                    .map(List::of)
                    .orElseThrow(() -> new NotFoundException("team-not-found", "There is no such team."));
        }
        return chosen.of(caller).map(List::of).orElse(visible);
    }

    private TeamLine line(TeamView team, Instant now) {
        var soFar = usage.teamMonthToDate(team.id(), now);
        var ceiling = ceiling(team.id());
        var meter = MeterView.upTo(ceiling.amount())
                .part("used", soFar.amount())
                .build(
                        team.title(),
                        null,
                        ui.euros(soFar),
                        "of " + ui.euros(ceiling),
                        "%s has cost %s this month; its ceiling is %s."
                                .formatted(team.title(), ui.euros(soFar), ui.euros(ceiling)));
        return new TeamLine(team, soFar, usage.teamRate(team.id()), ceiling, meter);
    }

    private Money ceiling(TeamId team) {
        var limit = quotas.of(team).limit().monthly();
        return limit.amount().compareTo(BigDecimal.ZERO) < 0 ? Money.ZERO : limit;
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.ZERO, Money::plus);
    }

    record TeamLine(TeamView team, Money soFar, Money rate, Money ceiling, MeterView meter) {}

    record InstanceLine(Usage.Line line, String team, int colour) {

        public boolean running() {
            return !line.hourly().isZero();
        }
    }
}
