package dev.slipway.catalog.web;

import dev.slipway.catalog.TrackRecord;
import dev.slipway.shell.ui.BarChart;
import dev.slipway.shell.ui.BarChart.Bar;
import dev.slipway.shell.ui.BarChart.Part;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** How many launches took how long, as bars of equal spans. */
final class ReadyTimes {

    /** Of fewer, bars would look like more than there is. */
    private static final int FEWEST = 5;

    private static final int MOST_BARS = 16;

    /** Seconds that a bar may stand for: 1 s to 4 h. */
    private static final List<Integer> SPANS = List.of(1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1_800, 3_600, 14_400);

    private ReadyTimes() {}

    static Optional<BarChart> of(TrackRecord record, Function<Duration, String> written) {
        return record.ready().size() < FEWEST ? Optional.empty() : Optional.of(chart(record.ready(), written));
    }

    private static BarChart chart(List<Duration> ready, Function<Duration, String> written) {
        var longest = ready.getLast().toSeconds();
        var span = SPANS.stream()
                .filter(seconds -> longest / seconds < MOST_BARS)
                .findFirst()
                .map(Duration::ofSeconds)
                .orElseGet(() -> Duration.ofSeconds(longest / MOST_BARS + 1));
        var counts = counts(ready, span);
        var highest = LongStream.of(counts).max().orElse(1);
        var bars = IntStream.range(0, counts.length)
                .mapToObj(place -> bar(place, span, counts[place], highest, written))
                .toList();
        var finding = "%d launches became ready, the quickest in %s, the slowest in %s."
                .formatted(ready.size(), written.apply(ready.getFirst()), written.apply(ready.getLast()));
        return new BarChart(
                finding,
                written.apply(Duration.ZERO),
                written.apply(span.multipliedBy(counts.length)),
                launches(highest),
                List.of("Launches"),
                bars);
    }

    private static long[] counts(List<Duration> ready, Duration span) {
        var counts = new long[(int) (ready.getLast().toSeconds() / span.toSeconds()) + 1];
        ready.forEach(took -> counts[(int) (took.toSeconds() / span.toSeconds())]++);
        return counts;
    }

    private static Bar bar(int place, Duration span, long count, long highest, Function<Duration, String> written) {
        var label = "%s to %s"
                .formatted(written.apply(span.multipliedBy(place)), written.apply(span.multipliedBy(place + 1L)));
        return new Bar(label, List.of(new Part(100.0 * count / highest, null, "spent", String.valueOf(count))));
    }

    private static String launches(long count) {
        return count == 1 ? "1 launch" : count + " launches";
    }
}
