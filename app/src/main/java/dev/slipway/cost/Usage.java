package dev.slipway.cost;

import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.Money;
import dev.slipway.kernel.TeamId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Metered intervals: from when to when an instance ran at which rate. An interval is opened and closed, never altered. */
public interface Usage {

    /**
     * From then on the instance costs that much: closes its running interval and opens another. Does nothing when it
     * already runs at this rate. Joins the caller's transaction.
     */
    void rateFrom(Metered metered, Price price, Instant from);

    /** From then on the instance costs nothing. Does nothing when it already does not. Joins the caller's transaction. */
    void stop(InstanceId instance, Instant at);

    Money soFar(InstanceId instance, Instant until);

    /** What it costs by the hour at present; empty when it is not metered. */
    Optional<Money> rate(InstanceId instance);

    Money teamRate(TeamId team);

    /** From the first of the month, in UTC. */
    Money teamMonthToDate(TeamId team, Instant now);

    /** What the whole month comes to if everything goes on as it runs now. */
    Money teamMonthForecast(TeamId team, Instant now);

    /** Per instance, the dearest first, for what ran within the period. */
    List<Line> lines(TeamId team, Instant from, Instant until);

    /** What the team cost in the period, as it can be recomputed at any later time. */
    Money total(TeamId team, Instant from, Instant until);

    /** What the team cost on each day of UTC within the period, days without cost included. */
    SortedMap<LocalDate, Money> days(TeamId team, Instant from, Instant until);

    /**
     * @param hourly the present rate, zero when it no longer runs
     */
    record Line(Metered metered, Money hourly, Money cost) {}
}
