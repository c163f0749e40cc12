package dev.slipway.catalog.web;

import dev.slipway.access.Caller;
import dev.slipway.cost.BillingMonth;
import dev.slipway.cost.Usage;
import dev.slipway.kernel.Money;
import dev.slipway.shell.Ui;
import dev.slipway.shell.ui.MeterView;
import dev.slipway.team.ChosenTeam;
import dev.slipway.team.Quotas;
import dev.slipway.team.TeamView;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the team that somebody works in has spent this month, of what it may. */
@Component
class TeamBudget {

    private final ChosenTeam chosen;
    private final Usage usage;
    private final Quotas quotas;
    private final Ui ui;
    private final InstantSource clock;

    TeamBudget(ChosenTeam chosen, Usage usage, Quotas quotas, Ui ui, InstantSource clock) {
        this.chosen = chosen;
        this.usage = usage;
        this.quotas = quotas;
        this.ui = ui;
        this.clock = clock;
    }

    /** None for those who look at all teams, and for a team without a limit. */
    Optional<View> of(Caller caller) {
        return chosen.of(caller).flatMap(this::of);
    }

    private Optional<View> of(TeamView team) {
        var limit = quotas.of(team.id()).limit().monthly();
        return limit.amount().signum() > 0 ? Optional.of(view(team, limit)) : Optional.empty();
    }

    private View view(TeamView team, Money limit) {
        var now = clock.instant();
        var soFar = usage.teamMonthToDate(team.id(), now);
        var forecast = usage.teamMonthForecast(team.id(), now);
        var month = BillingMonth.of(now).title();
        var meter = MeterView.upTo(limit.amount())
                .part("used", soFar.amount())
                .part("forecast", forecast.minus(soFar).amount())
                .build(
                        team.title() + ", " + month,
                        null,
                        ui.euros(soFar),
                        "of " + ui.euros(limit),
                        "%s has spent %s of %s in %s; as things run it will be %s."
                                .formatted(team.title(), ui.euros(soFar), ui.euros(limit), month, ui.euros(forecast)));
        return new View(meter, usage.teamRate(team.id()), forecast);
    }

    record View(MeterView meter, Money hourly, Money forecast) {}
}
