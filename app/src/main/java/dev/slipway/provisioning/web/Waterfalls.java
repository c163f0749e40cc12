package dev.slipway.provisioning.web;

import dev.slipway.provisioning.InstanceState;
import dev.slipway.provisioning.InstanceView;
import dev.slipway.provisioning.StepView;
import dev.slipway.shell.Ui;
import dev.slipway.shell.ui.Step;
import dev.slipway.shell.ui.Waterfall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Lays an instance's steps out over time. */
final class Waterfalls {

    private static final Duration LEAST = Duration.ofSeconds(10);
    private static final int TICKS = 5;

    private final List<StepView> steps;
    private final Instant now;
    private final boolean failed;
    private final Ui ui;
    private final Instant begin;
    private final List<Span> spans;
    private final long whole;

    private record Span(Instant start, Instant end, Duration usual) {}

    private Waterfalls(InstanceView instance, List<StepView> steps, Instant now, Ui ui) {
        this.steps = steps;
        this.now = now;
        this.failed = instance.state() == InstanceState.FAILED;
        this.ui = ui;
        this.begin = steps.stream()
                .flatMap(step -> step.started().stream())
                .min(Instant::compareTo)
                .orElse(now);
        this.spans = spans();
        this.whole = whole();
    }

    static Waterfall of(InstanceView instance, List<StepView> steps, Instant now, Ui ui) {
        return new Waterfalls(instance, steps, now, ui).draw();
    }

    private Waterfall draw() {
        var bars = IntStream.range(0, steps.size()).mapToObj(this::bar).toList();
        var running = steps.stream().anyMatch(step -> step.finished().isEmpty());
        return new Waterfall(bars, running ? percent(Duration.between(begin, now)) : null, ticks());
    }

    /** A step that has not begun is drawn after all that come before it. */
    private List<Span> spans() {
        var laid = new ArrayList<Span>();
        var end = begin;
        for (var step : steps) {
            var start = step.started().orElse(end);
            var usual = step.usual().orElse(Duration.ZERO);
            var last = step.finished().orElse(step.started().isPresent() ? now : start);
            laid.add(new Span(start, last, usual));
            end = latest(end, latest(last, start.plus(step.finished().isPresent() ? Duration.ZERO : usual)));
        }
        return laid;
    }

    private long whole() {
        var end = spans.stream()
                .map(span -> latest(span.end(), span.start().plus(span.usual())))
                .reduce(now, Waterfalls::latest);
        // room for the words behind the last bar
        return Math.max(Duration.between(begin, end).toMillis(), LEAST.toMillis()) * 5 / 4;
    }

    private Step bar(int index) {
        var step = steps.get(index);
        var span = spans.get(index);
        return new Step(
                step.title(),
                step.detail().isEmpty() ? null : step.detail(),
                state(step),
                time(step).orElse(null),
                percent(Duration.between(begin, span.start())),
                percent(Duration.between(span.start(), span.end())),
                step.finished().isPresent() ? 0 : percent(span.usual()));
    }

    private String state(StepView step) {
        if (step.finished().isPresent()) {
            return "done";
        }
        if (step.started().isEmpty()) {
            return "waiting";
        }
        return failed ? "failed" : "running";
    }

    private Optional<String> time(StepView step) {
        var took = step.started()
                .map(start ->
                        ui.duration(Duration.between(start, step.finished().orElse(now))));
        var usual = step.usual().map(ui::duration).map(time -> "usually " + time);
        if (step.finished().isPresent() || usual.isEmpty()) {
            return took;
        }
        return took.map(time -> time + ", " + usual.get()).or(() -> usual);
    }

    private List<Waterfall.Tick> ticks() {
        return IntStream.range(0, TICKS)
                .mapToObj(part -> new Waterfall.Tick(
                        100.0 * part / TICKS,
                        part == 0 ? "0" : ui.duration(Duration.ofSeconds(whole * part / TICKS / 1000))))
                .toList();
    }

    private double percent(Duration time) {
        return Math.round(Math.max(0, time.toMillis()) * 1000.0 / whole) / 10.0;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
