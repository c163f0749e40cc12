package dev.slipway.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.TrackRecord;
import dev.slipway.shell.ui.BarChart;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadyTimesTests {

    private static Optional<BarChart> chart(long... seconds) {
        var ready = Arrays.stream(seconds).mapToObj(Duration::ofSeconds).toList();
        return ReadyTimes.of(new TrackRecord(ready, 0, Optional.empty()), took -> took.toSeconds() + " s");
    }

    @Test
    void everyLaunchStandsInOneBar() {
        var chart = chart(3, 9, 10, 11, 42).orElseThrow();

        assertThat(chart.bars().stream()
                        .mapToInt(bar -> Integer.parseInt(bar.parts().getFirst().figure()))
                        .sum())
                .isEqualTo(5);
        assertThat(chart.bars().getFirst().label()).isEqualTo("0 s to 5 s");
        assertThat(chart.bars().get(2).parts().getFirst().figure()).isEqualTo("2");
        assertThat(chart.bars().get(2).parts().getFirst().height()).isEqualTo(100);
        assertThat(chart.top()).isEqualTo("2 launches");
        assertThat(chart.last()).isEqualTo("45 s");
        assertThat(chart.finding()).contains("5 launches").contains("in 3 s").contains("in 42 s");
    }

    @Test
    void thereAreNeverManyBars() {
        for (var slowest : new long[] {1, 59, 3_600, 86_400, 8_640_000}) {
            var bars = chart(1, 1, 1, 1, slowest).orElseThrow().bars();
            assertThat(bars).hasSizeBetween(1, 16);
        }
    }

    @Test
    void aFewAreToldInWordsOnly() {
        assertThat(chart(IntStream.range(1, 5).asLongStream().toArray())).isEmpty();
    }
}
