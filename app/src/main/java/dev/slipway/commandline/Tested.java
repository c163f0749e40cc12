package dev.slipway.commandline;

import dev.slipway.blueprint.Blueprint;
import dev.slipway.blueprint.SampleFacts;
import dev.slipway.blueprint.TestResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A folder whose tests were run.
 *
 * @param results empty when it does not compile
 */
record Tested(Checked checked, List<TestResult> results, Duration took) {

    static List<Tested> all(List<Path> places) {
        return Checked.all(places).stream().map(Tested::run).toList();
    }

    private static Tested run(Checked checked) {
        var start = System.nanoTime();
        var results = checked.compilation().blueprint().map(Tested::run).orElse(List.of());
        return new Tested(checked, results, Duration.ofNanos(System.nanoTime() - start));
    }

    private static List<TestResult> run(Blueprint blueprint) {
        return blueprint.test(SampleFacts.facts());
    }

    boolean compiles() {
        return checked.compilation().ok();
    }

    long failures() {
        return results.stream().filter(result -> !result.passed()).count();
    }

    boolean passed() {
        return compiles() && failures() == 0;
    }

    String folder() {
        return checked.folder().place().toString();
    }
}
