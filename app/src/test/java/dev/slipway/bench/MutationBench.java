package dev.slipway.bench;

import dev.slipway.blueprint.Blueprint;
import dev.slipway.blueprint.BlueprintCompiler;
import dev.slipway.blueprint.BlueprintFiles;
import dev.slipway.blueprint.Diagnostic;
import dev.slipway.blueprint.EvaluationException;
import dev.slipway.blueprint.RandomInstance;
import dev.slipway.blueprint.RenderedResource;
import dev.slipway.blueprint.Rendering;
import dev.slipway.cluster.kubernetes.KubeconfigSource;
import dev.slipway.cluster.kubernetes.KubernetesCluster;
import dev.slipway.kernel.ClusterId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes faults in the blueprints of the catalogue and compares what the compiler says of each with what the API server does;
 * then lets the API server judge what valid parameters render to. Arguments: kubeconfig, catalogue, number of mutants, seed,
 * number of parameters for each blueprint.
 */
final class MutationBench {

    /** Among so many valid instances every resource of a blueprint is there once. */
    private static final int CANDIDATES = 100;

    private final BlueprintCompiler compiler = new BlueprintCompiler();
    private final GuardedNamespace namespace;
    private final Set<String> served;
    private final Map<String, String> sources = new TreeMap<>();
    private final Map<String, Blueprint> blueprints = new TreeMap<>();
    private final Map<String, List<RandomInstance>> instances = new TreeMap<>();
    private final Map<String, Set<Map<String, Object>>> taken = new LinkedHashMap<>();
    private final Map<Mutation, Tally> tallies = new EnumMap<>(Mutation.class);
    private final List<String> missed = new ArrayList<>();
    private final List<String> alarms = new ArrayList<>();

    private MutationBench(GuardedNamespace namespace, Set<String> served) {
        this.namespace = namespace;
        this.served = served;
    }

    static void main(String... arguments) throws IOException {
        var source = new KubeconfigSource.File(Path.of(arguments[0]), null);
        try (var cluster = KubernetesCluster.connect(
                new ClusterId("bed"), source, InstantSource.system(), Duration.ofSeconds(20))) {
            var bench = new MutationBench(
                    GuardedNamespace.in(cluster, "mutations"),
                    cluster.capabilities().apis());
            bench.read(Path.of(arguments[1]));
            bench.mutate(Integer.parseInt(arguments[2]), Long.parseLong(arguments[3]));
            var refused = bench.refusedAlthoughValid(Integer.parseInt(arguments[4]), Long.parseLong(arguments[3]));
            bench.report(refused);
        }
    }

    private void read(Path catalogue) throws IOException {
        try (var folders = Files.list(catalogue)) {
            for (var folder : folders.sorted().toList()) {
                var file = folder.resolve(BlueprintFiles.BLUEPRINT);
                if (Files.exists(file)) {
                    sources.put(folder.getFileName().toString(), Files.readString(file));
                }
            }
        }
        sources.forEach((name, source) ->
                blueprints.put(name, compiler.compile(BlueprintFiles.of(source)).orElseThrow()));
        blueprints.forEach((name, blueprint) -> {
            var chosen = covering(blueprint);
            var objects = chosen.stream()
                    .flatMap(instance -> manifests(instance.render()).stream())
                    .collect(Collectors.toSet());
            objects.forEach(object -> namespace.refusal(object).ifPresent(refusal -> {
                throw new IllegalStateException("%s is refused as it is: %s".formatted(name, refusal));
            }));
            instances.put(name, chosen);
            taken.put(name, objects);
        });
    }

    /** As few valid instances as it takes to have every resource once, those that are there only under a condition as well. */
    private List<RandomInstance> covering(Blueprint blueprint) {
        var seen = new HashSet<String>();
        return LongStream.range(0, CANDIDATES)
                .mapToObj(seed -> instance(blueprint, seed))
                .filter(instance -> seen.addAll(instance.render().resources().stream()
                        .map(RenderedResource::id)
                        .toList()))
                .toList();
    }

    private RandomInstance instance(Blueprint blueprint, long seed) {
        return RandomInstance.of(blueprint, seed, served, name -> Objects.requireNonNull(blueprints.get(name)));
    }

    private static List<Map<String, Object>> manifests(Rendering rendering) {
        return rendering.resources().stream().map(RenderedResource::manifest).toList();
    }

    private void mutate(int count, long seed) {
        var random = new Random(seed);
        var mutations = Mutation.values();
        for (int i = 0; i < count; i++) {
            mutate(mutations[i % mutations.length], random);
        }
    }

    private void mutate(Mutation mutation, Random random) {
        var documents = new LinkedHashMap<String, Map<String, Object>>();
        sources.forEach((name, source) -> documents.put(name, document(source)));
        var candidates = new ArrayList<Map.Entry<String, Mutation.Node>>();
        documents.forEach((name, document) -> Mutation.Node.templates(document).forEach(nodes -> {
            var texts = Mutation.Node.texts(nodes);
            nodes.stream()
                    .filter(node -> mutation.fits(node, texts))
                    .forEach(node -> candidates.add(Map.entry(name, node)));
        }));
        var chosen = candidates.get(random.nextInt(candidates.size()));
        var before = JsonMapper.shared().writeValueAsString(chosen.getValue().value());
        mutation.apply(chosen.getValue(), random);
        var text = JsonMapper.shared().writeValueAsString(documents.get(chosen.getKey()));
        var what = "%s %s %s: %s"
                .formatted(mutation, chosen.getKey(), chosen.getValue().path(), before);
        judge(mutation, chosen.getKey(), text, what.substring(0, Math.min(what.length(), 220)));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> document(String source) {
        var settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
        return (Map<String, Object>) new Load(settings).loadFromString(source);
    }

    private void judge(Mutation mutation, String name, String text, String what) {
        var tally = tallies.computeIfAbsent(mutation, ignored -> new Tally());
        var compilation = compiler.compile(BlueprintFiles.of(text));
        var said =
                compilation.diagnostics().stream().filter(Diagnostic::isError).toList();
        var objects = objects(name, compilation.blueprint(), text);
        var refusal = objects.stream()
                .flatMap(list -> list.stream())
                .filter(object -> !taken.getOrDefault(name, Set.of()).contains(object))
                .distinct()
                .flatMap(object -> namespace.refusal(object).stream())
                .findFirst();
        tally.add(!said.isEmpty(), objects.isPresent(), refusal.isPresent());
        if (said.isEmpty() && refusal.isPresent()) {
            missed.add(what + "\n    " + refusal.get());
        }
        if (!said.isEmpty() && objects.isPresent() && refusal.isEmpty()) {
            alarms.add(what + "\n    " + said.getFirst());
        }
    }

    /** What a mutant renders to; empty when it cannot be rendered, so that the API server cannot be asked. */
    private Optional<List<Map<String, Object>>> objects(String name, Optional<Blueprint> right, String text) {
        var blueprint = right.or(() ->
                BlueprintCompiler.unchecked().compile(BlueprintFiles.of(text)).blueprint());
        try {
            return blueprint.map(found -> instances.getOrDefault(name, List.of()).stream()
                    .flatMap(instance -> manifests(found.render(instance.parameters(), instance.facts())).stream())
                    .toList());
        } catch (EvaluationException failed) {
            return Optional.empty();
        }
    }

    private int refusedAlthoughValid(int each, long seed) {
        var refusals = blueprints.values().stream()
                .flatMap(blueprint -> LongStream.range(seed, seed + each)
                        .mapToObj(next -> instance(blueprint, next))
                        .flatMap(instance -> manifests(instance.render()).stream()
                                .flatMap(object -> namespace.refusal(object).stream())
                                .limit(1)
                                .map(refusal -> "%s%n    %s".formatted(instance, refusal))))
                .toList();
        print("refused although valid", refusals);
        return refusals.size();
    }

    private void report(int refusedValid) {
        print("missed: what the API server refuses and the compiler does not", missed);
        print("stricter: what the compiler refuses and the API server does not", alarms);
        System.out.printf(
                "%-24s %8s %8s %12s %8s %8s %9s%n",
                "fault", "mutants", "caught", "not rendered", "refused", "missed", "stricter");
        tallies.forEach((mutation, tally) -> System.out.println(tally.row(mutation.name())));
        var sum = new Tally();
        tallies.values().forEach(sum::add);
        System.out.println(sum.row("all"));
        System.out.printf(
                java.util.Locale.ROOT,
                "result mutants=%d refused=%d missed_pct=%.2f refused_valid=%d%n",
                sum.mutants,
                sum.refused,
                sum.refused == 0 ? 0 : 100.0 * sum.missed / sum.refused,
                refusedValid);
    }

    private static void print(String title, List<String> lines) {
        System.out.println("--- %s (%d)".formatted(title, lines.size()));
        System.out.println(lines.stream().collect(Collectors.joining("\n")));
    }

    /** How many of a kind. */
    private static final class Tally {
        private int mutants;
        private int caught;
        private int notRendered;
        private int refused;
        private int missed;
        private int stricter;

        void add(boolean isCaught, boolean isRendered, boolean isRefused) {
            mutants++;
            caught += isCaught ? 1 : 0;
            notRendered += isRendered ? 0 : 1;
            refused += isRefused ? 1 : 0;
            missed += isRefused && !isCaught ? 1 : 0;
            stricter += isCaught && isRendered && !isRefused ? 1 : 0;
        }

        void add(Tally other) {
            mutants += other.mutants;
            caught += other.caught;
            notRendered += other.notRendered;
            refused += other.refused;
            missed += other.missed;
            stricter += other.stricter;
        }

        String row(String name) {
            return "%-24s %8d %8d %12d %8d %8d %9d"
                    .formatted(name, mutants, caught, notRendered, refused, missed, stricter);
        }
    }
}
