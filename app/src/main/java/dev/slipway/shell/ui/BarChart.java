package dev.slipway.shell.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stacked bars over time, drawn by {@code components/chart-bars} with the same figures as a table behind a link.
 *
 * @param finding the chart in a sentence
 * @param first what stands under the first bar
 * @param last what stands under the last bar
 * @param top what a bar as high as the chart would be: {@code €500}
 * @param series names of the parts, in the order in which they are stacked
 */
public record BarChart(String finding, String first, String last, String top, List<String> series, List<Bar> bars) {

    public BarChart {
        series = List.copyOf(series);
        bars = List.copyOf(bars);
    }

    /** Where a bar begins, in percent of the width. */
    public double left(int index) {
        return 100.0 * index / bars.size();
    }

    public double width() {
        return 100.0 / bars.size() * 0.9;
    }

    public record Bar(String label, List<Part> parts) {

        public Bar {
            parts = List.copyOf(parts);
        }

        /** The distance of a part's upper edge from the top, in percent. */
        public double top(int index) {
            return 100
                    - parts.subList(0, index + 1).stream()
                            .mapToDouble(Part::height)
                            .sum();
        }
    }

    /**
     * One part of a bar.
     *
     * @param height in percent of the chart
     * @param team the colour number of its team, or none for the accent
     * @param kind {@code spent}, {@code idle} or {@code forecast}
     * @param figure as the table shows it
     */
    public record Part(double height, @Nullable Integer team, String kind, String figure) {}
}
