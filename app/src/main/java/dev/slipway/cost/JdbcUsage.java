package dev.slipway.cost;

import static java.util.stream.Collectors.groupingBy;

import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.Money;
import dev.slipway.kernel.TeamId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Intervals as rows; sums are worked out here, exactly, from the rows themselves. */
@Service
class JdbcUsage implements Usage {

    private final JdbcClient jdbc;

    JdbcUsage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void rateFrom(Metered metered, Price price, Instant from) {
        var running = running(metered.instance());
        if (running.filter(interval -> interval.hourly().equals(price.hourly())).isPresent()) {
            return;
        }
        stop(metered.instance(), from);
        var begin = running.map(Interval::starts).filter(from::isBefore).orElse(from);
        jdbc.sql("""
                        insert into cost.usage_interval (instance, team, environment, name, starts, hourly, book_version)
                        values (:instance, :team, :environment, :name, :starts, :hourly, :version)
                        """)
                .param("instance", metered.instance().value())
                .param("team", metered.team().value())
                .param("environment", metered.environment().word())
                .param("name", metered.name())
                .param("starts", utc(begin))
                .param("hourly", price.hourly().amount())
                .param("version", price.bookVersion())
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void stop(InstanceId instance, Instant at) {
        jdbc.sql(
                        "update cost.usage_interval set ends = greatest(starts, :at) where instance = :instance and ends is null")
                .param("at", utc(at))
                .param("instance", instance.value())
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public Money soFar(InstanceId instance, Instant until) {
        return Interval.cost(of(instance), Instant.EPOCH, until);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Money> rate(InstanceId instance) {
        return running(instance).map(Interval::hourly);
    }

    @Override
    @Transactional(readOnly = true)
    public Money teamRate(TeamId team) {
        return jdbc.sql("select coalesce(sum(hourly), 0) from cost.usage_interval where team = :team and ends is null")
                .param("team", team.value())
                .query((row, number) -> new Money(row.getBigDecimal(1)))
                .single();
    }

    @Override
    @Transactional(readOnly = true)
    public Money teamMonthToDate(TeamId team, Instant now) {
        return total(team, BillingMonth.of(now).begin(), now);
    }

    @Override
    @Transactional(readOnly = true)
    public Money teamMonthForecast(TeamId team, Instant now) {
        var month = BillingMonth.of(now);
        return total(team, month.begin(), month.end());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Line> lines(TeamId team, Instant from, Instant until) {
        return of(team, from, until).stream()
                .collect(groupingBy(interval -> interval.metered().instance()))
                .values()
                .stream()
                .map(intervals -> line(intervals, from, until))
                .sorted(Comparator.comparing(Line::cost)
                        .reversed()
                        .thenComparing(line -> line.metered().name()))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Money total(TeamId team, Instant from, Instant until) {
        return Interval.cost(of(team, from, until), from, until);
    }

    @Override
    @Transactional(readOnly = true)
    public SortedMap<LocalDate, Money> days(TeamId team, Instant from, Instant until) {
        var intervals = of(team, from, until);
        var days = new TreeMap<LocalDate, Money>();
        for (var start = from; start.isBefore(until); start = nextDay(start)) {
            var end = nextDay(start).isBefore(until) ? nextDay(start) : until;
            days.put(LocalDate.ofInstant(start, ZoneOffset.UTC), Interval.cost(intervals, start, end));
        }
        return days;
    }

    private static Instant nextDay(Instant time) {
        return time.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
    }

    private static Line line(List<Interval> intervals, Instant from, Instant until) {
        var rate = intervals.stream()
                .filter(Interval::isRunning)
                .map(Interval::hourly)
                .findFirst()
                .orElse(Money.ZERO);
        return new Line(intervals.getLast().metered(), rate, Interval.cost(intervals, from, until));
    }

    private Optional<Interval> running(InstanceId instance) {
        return of(instance).stream().filter(Interval::isRunning).findFirst();
    }

    private List<Interval> of(InstanceId instance) {
        return jdbc.sql("select * from cost.usage_interval where instance = :instance order by starts, id")
                .param("instance", instance.value())
                .query(Interval::read)
                .list();
    }

    private List<Interval> of(TeamId team, Instant from, Instant until) {
        return jdbc.sql("""
                        select * from cost.usage_interval
                        where team = :team and starts < :until and (ends is null or ends > :from)
                        order by starts, id
                        """)
                .param("team", team.value())
                .param("from", utc(from))
                .param("until", utc(until))
                .query(Interval::read)
                .list();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
