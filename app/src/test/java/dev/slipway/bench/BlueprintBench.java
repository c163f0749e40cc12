package dev.slipway.bench;

import dev.slipway.blueprint.Blueprint;
import dev.slipway.blueprint.BlueprintCompiler;
import dev.slipway.blueprint.BlueprintFiles;
import dev.slipway.blueprint.Examples;
import dev.slipway.blueprint.SampleFacts;
import dev.slipway.provisioning.trial.RunningInstances;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * How soon an author sees what is wrong, how long an instance takes to be rendered, and how long the gate takes to try a
 * version on a thousand instances. Arguments: catalogue, rounds, and the command that times kro's check of a blueprint file, if it
 * could be built.
 */
final class BlueprintBench {

    private static final int INSTANCES = 1_000;
    private static final int GATES = 3;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final String TITLE = "\n  title: ";

    private final BlueprintCompiler compiler = new BlueprintCompiler();
    private final BlueprintFiles files;
    private final int rounds;

    private BlueprintBench(BlueprintFiles files, int rounds) {
        this.files = files;
        this.rounds = rounds;
    }

    static void main(String... arguments) throws IOException, InterruptedException {
        var catalogue = Path.of(arguments[0]);
        var command = List.of(arguments).subList(2, arguments.length);
        new BlueprintBench(largest(catalogue), Integer.parseInt(arguments[1])).run(catalogue, command);
    }

    private void run(Path catalogue, List<String> kro) throws IOException, InterruptedException {
        var blueprint = compiler.compile(files).orElseThrow();
        var parameters = Examples.of(blueprint.descriptor().name());
        System.out.printf(
                Locale.ROOT,
                "%s %s, %d lines, on %d cores%n%n",
                blueprint.descriptor().name(),
                blueprint.descriptor().version(),
                files.blueprint().lines().count(),
                Runtime.getRuntime().availableProcessors());
        System.out.printf(Locale.ROOT, "%-44s %9s %9s %12s%n", "ms", "p50", "p95", "processor");
        var keystroke = row("keystroke: parse and check", rounds, this::check);
        row(
                "keystroke: the same, then its tests",
                rounds,
                i -> compiler.compile(typed(i)).orElseThrow().test(SampleFacts.facts()));
        var facts = SampleFacts.facts();
        var checked = blueprint.check(parameters, facts);
        var placed = SampleFacts.placed(facts, blueprint.needs(checked.parameters(), facts));
        var render = row("render of an instance", 10 * rounds, i -> blueprint.render(checked.parameters(), placed));
        var gate = gate(blueprint, parameters);
        var file = catalogue.resolve(blueprint.descriptor().name()).resolve(BlueprintFiles.BLUEPRINT);
        kro(kro, file);
        System.out.printf(
                Locale.ROOT,
                "%nresult keystroke_p95_ms=%.1f render_p50_ms=%.2f gate_1000_s=%.2f%n",
                keystroke.at(95),
                render.at(50),
                gate);
    }

    private void kro(List<String> command, Path file) throws IOException, InterruptedException {
        if (command.isEmpty()) {
            System.out.println("kro's own check of the same objects: not measured, it could not be built");
            return;
        }
        var all = new ArrayList<>(command);
        all.addAll(List.of(file.toString(), String.valueOf(rounds)));
        System.out.flush();
        var code = new ProcessBuilder(all).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IllegalStateException("kro's check ended with " + code);
        }
    }

    private void check(int number) {
        compiler.compile(typed(number)).orElseThrow();
    }

    /** The file as it is after one more key in its title. */
    private BlueprintFiles typed(int number) {
        var texts = new TreeMap<String, String>(files.byPath());
        texts.put(BlueprintFiles.BLUEPRINT, files.blueprint().replaceFirst(TITLE, TITLE + number));
        return new BlueprintFiles((Map<String, String>) texts);
    }

    /** Seconds, the median of a few. */
    private double gate(Blueprint blueprint, Map<String, Object> parameters) {
        var instances = RunningInstances.of(blueprint, parameters, INSTANCES);
        var candidate = compiler.compile(typed(0)).orElseThrow();
        var times = Times.of(GATES, i -> {
            var tried = instances.tryOut(candidate).instances();
            if (tried != INSTANCES) {
                throw new IllegalStateException("tried on " + tried);
            }
        });
        var seconds = times.at(50) / 1_000;
        System.out.printf(Locale.ROOT, "%-44s %9.0f%n", "gate: a version tried on 1,000 instances", times.at(50));
        return seconds;
    }

    private static Times row(String what, int rounds, IntConsumer work) {
        Times.of(rounds / 2, work);
        var times = Times.of(rounds, work);
        System.out.printf(
                Locale.ROOT, "%-44s %9.2f %9.2f %12.2f%n", what, times.at(50), times.at(95), times.processor());
        return times;
    }

    /**
     * @param millis from quick to slow
     * @param processor what each took of it on average, whatever else the machine did
     */
    private record Times(List<Double> millis, double processor) {

        static Times of(int rounds, IntConsumer work) {
            var millis = new ArrayList<Double>();
            var before = THREADS.getCurrentThreadCpuTime();
            for (int i = 0; i < rounds; i++) {
                var start = System.nanoTime();
                work.accept(i);
                millis.add((System.nanoTime() - start) / 1e6);
            }
            var processor = (THREADS.getCurrentThreadCpuTime() - before) / 1e6 / rounds;
            millis.sort(Comparator.naturalOrder());
            return new Times(millis, processor);
        }

        double at(int percent) {
            return millis.get(Math.min(millis.size() * percent / 100, millis.size() - 1));
        }
    }

    private static BlueprintFiles largest(Path catalogue) throws IOException {
        try (var folders = Files.list(catalogue)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve(BlueprintFiles.BLUEPRINT)))
                    .map(BlueprintBench::read)
                    .max(Comparator.comparingInt(each -> each.blueprint().length()))
                    .orElseThrow();
        }
    }

    private static BlueprintFiles read(Path folder) {
        var texts = new TreeMap<String, String>();
        try (var files = Files.walk(folder)) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".yaml")).toList()) {
                texts.put(folder.relativize(file).toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new BlueprintFiles((Map<String, String>) texts);
    }
}
