package dev.slipway.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Slipway's engine beside the bare loop, turn by turn on the same API server. Launched by bench/provision. */
final class ProvisionBench {

    private static final int REST_MILLIS = 3_000;

    private enum Name {
        BARE,
        SLIPWAY
    }

    private final Map<Name, Contender> contenders;
    private final Map<Name, List<Double>> speeds = new EnumMap<>(Name.class);

    private ProvisionBench(Map<Name, Contender> contenders) {
        this.contenders = contenders;
        contenders.keySet().forEach(name -> speeds.put(name, new ArrayList<>()));
    }

    /** Arguments: kubeconfig, catalog folder, scratch folder, instances, rounds, instances of warm-up. */
    static void main(String... arguments) {
        var kubeconfig = arguments[0];
        var blueprint = Path.of(arguments[1], "seven-objects", "blueprint.yaml").toString();
        var folder = Path.of(arguments[2]);
        try (var bare = ContenderProcess.start(BareLoop.class, folder, kubeconfig, blueprint);
                var engine = ContenderProcess.start(
                        Engine.class,
                        folder,
                        kubeconfig,
                        arguments[1],
                        folder.resolve("database").toString())) {
            var bench = new ProvisionBench(Map.of(Name.BARE, bare, Name.SLIPWAY, engine));
            bench.warmUp(Integer.parseInt(arguments[5]), Integer.parseInt(arguments[3]));
            bench.measure(Integer.parseInt(arguments[4]), Integer.parseInt(arguments[3]));
            bench.tell();
        }
    }

    private void warmUp(int count, int each) {
        for (var name : Name.values()) {
            for (var done = 0; done < count; done += each) {
                turn(name, Math.min(each, count - done), "warm" + done);
            }
        }
    }

    private void measure(int rounds, int count) {
        System.out.printf("%-8s %-10s %10s %10s %12s%n", "round", "contender", "instances", "seconds", "instances/s");
        for (var round = 1; round <= rounds; round++) {
            for (var name : order(round)) {
                var took = turn(name, count, "round" + round);
                var speed = count * 1e9 / took.toNanos();
                speeds.computeIfAbsent(name, ignored -> new ArrayList<>()).add(speed);
                System.out.printf(
                        Locale.ROOT,
                        "%-8d %-10s %10d %10.2f %12.1f%n",
                        round,
                        name.name().toLowerCase(Locale.ROOT),
                        count,
                        took.toNanos() / 1e9,
                        speed);
            }
        }
    }

    /** Who goes second finds the controllers warmer; so they take turns at that too. */
    private static List<Name> order(int round) {
        var names = List.of(Name.values());
        return round % 2 == 1 ? names : names.reversed();
    }

    private Duration turn(Name name, int count, String prefix) {
        var contender = contenders.get(name);
        if (contender == null) {
            throw new IllegalArgumentException(name.name());
        }
        var took = contender.provision(count, prefix);
        contender.clear();
        Contest.pause(REST_MILLIS);
        return took;
    }

    private void tell() {
        speeds.forEach((name, measured) -> System.out.printf(
                Locale.ROOT,
                "%-8s %-10s median %.1f instances/s, from %.1f to %.1f%n",
                "all",
                name.name().toLowerCase(Locale.ROOT),
                median(measured),
                measured.stream().mapToDouble(speed -> speed).min().orElseThrow(),
                measured.stream().mapToDouble(speed -> speed).max().orElseThrow()));
        var bare = median(speeds.getOrDefault(Name.BARE, List.of()));
        var slipway = median(speeds.getOrDefault(Name.SLIPWAY, List.of()));
        System.out.printf(
                Locale.ROOT, "result vs_bare=%.2f slipway_per_s=%.1f bare_per_s=%.1f%n", slipway / bare, slipway, bare);
    }

    private static double median(List<Double> measured) {
        var sorted = measured.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
