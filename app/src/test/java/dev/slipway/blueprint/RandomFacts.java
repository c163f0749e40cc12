package dev.slipway.blueprint;

import dev.slipway.kernel.EnvironmentKind;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/** Facts by chance, of which the portal could tell an instance of a blueprint, with names up to their greatest length. */
final class RandomFacts {

    private static final PatternTexts NAMES = new PatternTexts("^[a-z]([a-z0-9-]*[a-z0-9])?$");
    private static final PatternTexts HEXADECIMAL = new PatternTexts("^[0-9a-f]{12}$");
    private static final List<String> TITLES = List.of("Claims", "Größe & Ünïcode ✓", "\"Quoted\": team", "7");
    private static final List<Facts.Registry> REGISTRIES = List.of(
            new Facts.Registry(
                    "registry.house.example:5000", List.of(Map.of("ipBlock", Map.of("cidr", "10.1.0.0/16")))),
            new Facts.Registry("127.0.0.1:5000", List.of()),
            new Facts.Registry(
                    "a-registry-with-a-rather-long-name.images.internal.house.example",
                    List.of(
                            Map.of(
                                    "namespaceSelector",
                                    Map.of("matchLabels", Map.of("kubernetes.io/metadata.name", "registry"))),
                            Map.of("ipBlock", Map.of("cidr", "fd00::/8")))));

    private final RandomGenerator random;
    private final Set<String> served;

    /** @param served what the cluster offers at most, as {@code apps/v1/Deployment} */
    RandomFacts(RandomGenerator random, Set<String> served) {
        this.random = random;
        this.served = served;
    }

    /** For an instance on a cluster that has what the blueprint requires. */
    Facts next(Blueprint blueprint) {
        var team = NAMES.next(random, 30);
        var environment = NAMES.next(random, 20);
        var registry = one(REGISTRIES);
        return new Facts(
                metadata(team, environment),
                new Facts.Team(team, one(TITLES)),
                new Facts.Environment(environment, one(List.of(EnvironmentKind.values()))),
                new Facts.User(NAMES.next(random, 60)),
                cluster(blueprint.descriptor().requires(), registry),
                models(registry));
    }

    /** The same with another instance beside it, which parameters may name; without it where it may not be. */
    Facts beside(Facts facts, Blueprint other) {
        var own = new Facts(
                metadata(facts.team().name(), facts.environment().name()),
                facts.team(),
                facts.environment(),
                facts.user(),
                facts.cluster(),
                facts.models());
        return new RandomParameters(other, own, random)
                .next()
                .map(parameters -> other.outputs(parameters, placed(own, other.needs(parameters, own))))
                .map(outputs ->
                        instance(own.metadata().name(), other.descriptor().name(), outputs))
                .map(instance -> {
                    var instances = new TreeMap<>(facts.instances());
                    instances.put(instance.name(), instance);
                    return facts.withInstances(instances);
                })
                .orElse(facts);
    }

    private static Facts.Instance instance(String name, String blueprint, List<Output> outputs) {
        var values = new TreeMap<String, Object>();
        var secrets = new TreeMap<String, Facts.SecretKey>();
        for (var output : outputs) {
            if (output.secret() != null) {
                secrets.put(output.name(), output.secret());
            } else if (output.value() != null) {
                values.put(output.name(), output.value());
            }
        }
        return new Facts.Instance(name, blueprint, values, secrets);
    }

    /** The facts with weights and, for each need, a share in one of the ways that it takes. */
    Facts placed(Facts facts, Needs needs) {
        var shares = new LinkedHashMap<String, Facts.Share>();
        needs.shares().forEach(need -> shares.put(need.name(), share(need)));
        var weights = new LinkedHashMap<String, Facts.Weights>();
        needs.weights()
                .forEach(need -> weights.put(
                        need.name(),
                        new Facts.Weights(
                                need.model(),
                                "slipway-weights",
                                need.model() + "/sha256-" + HEXADECIMAL.next(random, 12))));
        return facts.withShares(shares).withWeights(weights);
    }

    private Facts.Metadata metadata(String team, String environment) {
        var name = NAMES.next(random, 40);
        var labels = Map.of(
                "app.kubernetes.io/managed-by", "slipway",
                "slipway.dev/team", team,
                "slipway.dev/environment", environment,
                "slipway.dev/instance", name);
        return new Facts.Metadata(name, team + "-" + environment, labels);
    }

    private Facts.Cluster cluster(Descriptor.Requirements requires, Facts.Registry registry) {
        var apis = new TreeSet<>(requires.apis());
        served.stream().sorted().filter(api -> random.nextBoolean()).forEach(apis::add);
        var features = new TreeSet<>(requires.features());
        List.of("mig", "time-slicing").stream()
                .filter(feature -> random.nextBoolean())
                .forEach(features::add);
        var isEncrypting = features.contains(Facts.Cluster.ENCRYPTED_VOLUMES) || random.nextBoolean();
        return new Facts.Cluster(
                NAMES.next(random, 40),
                one(List.of("eu-central", "eu-north", "on-premises")),
                apis,
                features,
                registry,
                isEncrypting ? one(List.of("encrypted", NAMES.next(random, 63))) : "");
    }

    /** Those of the sample, and one of each kind that nobody has seen yet. */
    private Map<String, Facts.Model> models(Facts.Registry registry) {
        var models = new TreeMap<>(SampleFacts.facts().models());
        for (var kind : List.of("generator", "embedding")) {
            var name = NAMES.next(random, 60);
            models.put(
                    name,
                    new Facts.Model(
                            name,
                            one(TITLES),
                            kind,
                            "2026.11",
                            "sha256:" + "9".repeat(64),
                            registry.address() + "/models/" + name,
                            "as published",
                            random.nextLong(1, 800_000_000_000L),
                            random.nextLong(1, 400_000_000_000L),
                            kind.equals("embedding") ? 0 : random.nextLong(1, 2_000_000),
                            random.nextLong(1_024, 1_048_577),
                            one(List.of("none", "fp8", "mxfp4"))));
        }
        return models;
    }

    private Facts.Share share(Needs.ShareNeed need) {
        var ways = List.of(
                way(need, "whole", "whole", Map.of("nvidia.com/gpu", "1"), "0.90"),
                way(need, "mig", "3g.40gb", Map.of("nvidia.com/mig-3g.40gb", "1"), "0.90"),
                way(need, "time-sliced", "1/4", Map.of("nvidia.com/gpu.shared", "1"), "0.225"),
                way(
                        need,
                        "memory-limited",
                        "24 GiB",
                        Map.of("nvidia.com/gpu", "1", "nvidia.com/gpumem", "24576"),
                        "0.9"));
        var allowed = ways.stream()
                .filter(way -> need.modes().isEmpty() || need.modes().contains(way.mode()))
                .filter(way -> need.isolation() != Needs.Isolation.STRICT
                        || way.isolation().equals("strict"))
                .sorted(Comparator.comparing(Facts.Share::mode))
                .toList();
        return one(allowed);
    }

    private Facts.Share way(
            Needs.ShareNeed need, String mode, String profile, Map<String, String> limits, String utilisation) {
        var isPlain = random.nextBoolean();
        return new Facts.Share(
                "H100",
                mode,
                profile,
                need.memoryBytes(),
                need.count(),
                mode.equals("whole") || mode.equals("mig") ? "strict" : "shared",
                limits,
                isPlain ? Map.of() : Map.of("nvidia.com/gpu.product", "NVIDIA-H100-80GB-HBM3"),
                isPlain
                        ? List.of()
                        : List.of(Map.of("key", "nvidia.com/gpu", "operator", "Exists", "effect", "NoSchedule")),
                random.nextBoolean() ? Map.of() : Map.of("nvidia.com/use-gputype", "H100"),
                random.nextBoolean() ? null : "volcano",
                null,
                utilisation);
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
