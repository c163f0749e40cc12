package dev.slipway.shell.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Steps over time, drawn by {@code components/waterfall}.
 *
 * @param now where the present is, in percent of the whole time shown; none when it is over
 * @param ticks the labels of the axis with their place in percent
 */
public record Waterfall(List<Step> steps, @Nullable Double now, List<Tick> ticks) {

    public Waterfall {
        steps = List.copyOf(steps);
        ticks = List.copyOf(ticks);
    }

    public record Tick(double at, String label) {}
}
