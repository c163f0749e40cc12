package dev.slipway.shell;

import dev.slipway.kernel.Days;
import dev.slipway.kernel.Money;
import dev.slipway.shell.ui.GpuSliceView;
import dev.slipway.shell.ui.GpuStripView;
import dev.slipway.shell.ui.StatusLook;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * What templates call as {@code @ui}: figures, times and names in the form in which every page writes them, with
 * no-break spaces before units. A value that is not there is an empty string.
 */
@Component("ui")
public final class Ui {

    private static final String SPACE = "\u00a0";
    private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.UK);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final BigDecimal CENT = new BigDecimal("0.005");
    private static final BigDecimal GIBIBYTE = BigDecimal.valueOf(1L << 30);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d'\u00a0'MMM, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("z", Locale.ENGLISH);
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("'UTC'xxx", Locale.ENGLISH);
    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss z", Locale.ENGLISH);

    private static final Pattern LITERAL = Pattern.compile("[.$^{\\[(|)*+?\\\\\\]}/-]");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final GpuStripView EMPTY = new GpuStripView(
            "An empty GPU",
            "mig",
            8,
            IntStream.range(0, 8).mapToObj(GpuSliceView::free).toList());

    private final InstantSource clock;
    private final ZoneId zone;

    @Autowired
    Ui(ObjectProvider<InstantSource> clock, ShellSettings settings) {
        this(clock.getIfAvailable(InstantSource::system), settings.zone());
    }

    Ui(InstantSource clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    public StatusLook status(Object state) {
        return StatusLook.of(state.toString());
    }

    /** A pattern that only this text fulfils. */
    public String literal(String text) {
        return LITERAL.matcher(text).replaceAll("\\\\$0");
    }

    /** The words of a name that is written as one: {@code Horizontal}, {@code Pod}, {@code Autoscaler}. */
    public List<String> words(@Nullable String name) {
        return name == null ? List.of() : List.of(HUMP.split(name));
    }

    /** A GPU that nobody holds, for pages on which nothing is. */
    public GpuStripView emptyStrip() {
        return EMPTY;
    }

    /** {@code €1.94}, from a thousand on {@code €1,378}, below half a cent {@code €0.00006}. */
    public String money(@Nullable Money money) {
        return money == null ? "" : money(money.amount());
    }

    public String money(@Nullable BigDecimal amount) {
        if (amount == null) {
            return "";
        }
        var size = amount.abs();
        if (size.signum() != 0 && size.compareTo(CENT) < 0) {
            return sign(amount) + "€"
                    + size.round(new MathContext(1, RoundingMode.HALF_UP)).toPlainString();
        }
        return sign(amount) + "€" + format(size.compareTo(THOUSAND) < 0 ? "#,##0.00" : "#,##0", size);
    }

    /** A unit price, to its last digit and never with less than cents: {@code €0.40}, {@code €0.003}. */
    public String price(@Nullable Money money) {
        return money == null
                ? ""
                : sign(money.amount()) + "€"
                        + format("#,##0.00######", money.amount().abs());
    }

    /** Without cents, for months and ceilings: {@code €634}. */
    public String euros(@Nullable Money money) {
        return money == null
                ? ""
                : sign(money.amount()) + "€" + format("#,##0", money.amount().abs());
    }

    /** {@code €1.94 /h}. */
    public String perHour(@Nullable Money money) {
        return money == null ? "" : money(money) + SPACE + "/h";
    }

    /** {@code €1.94 /h}, or from the least to the most: {@code €1.94 – €7.76 /h}. */
    public String perHour(@Nullable Money least, @Nullable Money most) {
        return least == null || least.equals(most) ? perHour(most) : money(least) + " – " + perHour(most);
    }

    private static String sign(BigDecimal amount) {
        return amount.signum() < 0 ? "−" : "";
    }

    /** {@code 1,940}. */
    public String number(@Nullable Number value) {
        return value == null ? "" : format("#,##0.##", new BigDecimal(value.toString()));
    }

    /** {@code 39.5 GiB}, from bytes. */
    public String gib(@Nullable Number bytes) {
        return bytes == null
                ? ""
                : format("#,##0.0", new BigDecimal(bytes.toString()).divide(GIBIBYTE, 4, RoundingMode.HALF_UP))
                        + SPACE
                        + "GiB";
    }

    /** {@code 71 %}, from 71. */
    public String percent(@Nullable Number value) {
        return value == null ? "" : format("0", new BigDecimal(value.toString())) + SPACE + "%";
    }

    /** The two largest parts: {@code 3 min 24 s}, {@code 2 d 4 h}; below ten seconds {@code 0.9 s}. */
    public String duration(@Nullable Duration duration) {
        if (duration == null) {
            return "";
        }
        if (duration.compareTo(Duration.ofSeconds(10)) < 0) {
            return format("0.#", BigDecimal.valueOf(Math.max(0, duration.toMillis()), 3)) + SPACE + "s";
        }
        if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
            return duration.toSeconds() + SPACE + "s";
        }
        if (duration.compareTo(Duration.ofHours(1)) < 0) {
            return parts(duration.toMinutes(), "min", duration.toSecondsPart(), "s");
        }
        return duration.compareTo(Duration.ofDays(1)) < 0
                ? parts(duration.toHours(), "h", duration.toMinutesPart(), "min")
                : parts(duration.toDays(), "d", duration.toHoursPart(), "h");
    }

    private static String parts(long large, String unit, int small, String smallUnit) {
        return large + SPACE + unit + (small == 0 ? "" : SPACE + small + SPACE + smallUnit);
    }

    /** {@code 38 min ago}, {@code in 2 h}; a day away or more it is the date. */
    public String ago(@Nullable Instant instant) {
        if (instant == null) {
            return "";
        }
        var age = Duration.between(instant, clock.instant());
        if (age.abs().compareTo(Duration.ofDays(1)) >= 0) {
            return date(instant);
        }
        if (age.abs().compareTo(Duration.ofSeconds(10)) < 0) {
            return "just now";
        }
        return age.isNegative() ? "in " + coarse(age.negated()) : coarse(age) + " ago";
    }

    private static String coarse(Duration age) {
        if (age.toHours() > 0) {
            return age.toHours() + SPACE + "h";
        }
        return age.toMinutes() > 0 ? age.toMinutes() + SPACE + "min" : age.toSeconds() + SPACE + "s";
    }

    /** {@code 11:04:12}. */
    public String clock(@Nullable Instant instant) {
        return instant == null ? "" : CLOCK.format(instant.atZone(zone));
    }

    /** Of today {@code 11:04:12}, else with its day: {@code 3 Dec, 11:04}. */
    public String moment(@Nullable Instant instant) {
        if (instant == null) {
            return "";
        }
        var at = instant.atZone(zone);
        return at.toLocalDate().equals(LocalDate.ofInstant(clock.instant(), zone)) ? CLOCK.format(at) : DAY.format(at);
    }

    /** {@code 3 Dec 2026}. */
    public String date(@Nullable Instant instant) {
        return instant == null ? "" : date(LocalDate.ofInstant(instant, zone));
    }

    public String date(@Nullable LocalDate date) {
        return date == null ? "" : Days.written(date).replace(" ", SPACE);
    }

    /** The last day of what ends then, which is the day before when it ends at midnight: {@code 3 Dec 2026}. */
    public String lastDay(@Nullable Instant end) {
        return end == null ? "" : date(Days.lastBefore(end));
    }

    /** {@code 3 Dec 2026, 11:04:12 CET}. */
    public String exact(@Nullable Instant instant) {
        return instant == null ? "" : EXACT.format(instant.atZone(zone));
    }

    /** The zone of every time on the pages, as it is called at present: {@code CET}. */
    public String zone() {
        return ZONE.format(clock.instant().atZone(zone));
    }

    /** {@code Europe/Berlin, UTC+01:00}. */
    public String zoneInFull() {
        return "%s, %s".formatted(zone.getId(), OFFSET.format(clock.instant().atZone(zone)));
    }

    private static String format(String pattern, BigDecimal value) {
        var format = new DecimalFormat(pattern, SYMBOLS);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }
}
