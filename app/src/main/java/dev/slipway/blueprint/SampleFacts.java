package dev.slipway.blueprint;

import dev.slipway.blueprint.testing.GivenFacts;
import dev.slipway.kernel.EnvironmentKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Facts of an organisation that does not exist, for tests of blueprints and for a look at what they render. The models
 * are real ones with real figures.
 */
public final class SampleFacts {

    private static final long GIB = 1L << 30;

    private SampleFacts() {}

    /** Instance {@code sample} of team Claims in its dev environment, on a cluster with H100 GPUs. */
    public static Facts facts() {
        return new Facts(
                new Facts.Metadata(
                        "sample",
                        "claims-dev",
                        Map.of(
                                "slipway.dev/instance",
                                "00000000-0000-4000-8000-000000000001",
                                "slipway.dev/team",
                                "claims",
                                "slipway.dev/environment",
                                "dev")),
                new Facts.Team("claims", "Claims"),
                new Facts.Environment("dev", EnvironmentKind.DEV),
                new Facts.User("mira.okafor"),
                new Facts.Cluster(
                        "ham-1",
                        "eu-north",
                        Set.of(
                                "v1/ConfigMap",
                                "v1/PersistentVolumeClaim",
                                "v1/Service",
                                "apps/v1/Deployment",
                                "apps/v1/StatefulSet",
                                "batch/v1/Job",
                                "policy/v1/PodDisruptionBudget"),
                        Set.of("gpu"),
                        new Facts.Registry(
                                "registry.house.example:5000",
                                List.of(Map.of(
                                        "namespaceSelector",
                                        Map.of("matchLabels", Map.of("kubernetes.io/metadata.name", "registry")))))),
                models());
    }

    /** The same with what {@code given} of a test may say put over them. */
    public static Facts facts(Map<String, Object> given) {
        return new GivenFacts(facts(), given).facts();
    }

    private static Map<String, Facts.Model> models() {
        var models = new TreeMap<String, Facts.Model>();
        for (var model : List.of(
                generator(
                        "llama-3.1-8b-instruct",
                        "Llama 3.1 8B Instruct",
                        8_030_261_248L,
                        16_060_522_496L,
                        131_072,
                        131_072,
                        "none"),
                generator(
                        "mistral-small-3.2-24b-instruct",
                        "Mistral Small 3.2 24B",
                        24_011_361_280L,
                        48_022_722_560L,
                        163_840,
                        131_072,
                        "none"),
                generator("qwen3-32b", "Qwen3 32B", 32_762_123_264L, 65_524_246_528L, 262_144, 40_960, "none"),
                generator("gpt-oss-20b", "gpt-oss 20B", 20_914_757_184L, 13_761_300_984L, 49_152, 131_072, "mxfp4"),
                model("bge-m3", "BGE M3", "embedding", 567_754_752L, 2_271_019_008L, 0, 8_192, "none"))) {
            models.put(model.name(), model);
        }
        return models;
    }

    private static Facts.Model generator(
            String name, String title, long parameters, long weights, long kvBytes, long context, String quantisation) {
        return model(name, title, "generator", parameters, weights, kvBytes, context, quantisation);
    }

    private static Facts.Model model(
            String name,
            String title,
            String kind,
            long parameters,
            long weights,
            long kvBytes,
            long context,
            String quantisation) {
        return new Facts.Model(
                name,
                title,
                kind,
                "1",
                "sha256:" + "0".repeat(64 - String.valueOf(weights).length()) + weights,
                "registry.house.example:5000/models/" + name,
                "as published",
                weights,
                parameters,
                kvBytes,
                context,
                quantisation);
    }

    /** The facts with a share for each need, as a cluster with H100 GPUs would give: MIG slices if it has them, or whole GPUs. */
    public static Facts placed(Facts facts, Needs needs) {
        var shares = new TreeMap<String, Facts.Share>();
        for (var need : needs.shares()) {
            shares.put(need.name(), share(need, facts.cluster().features().contains("mig")));
        }
        shares.putAll(facts.shares());
        var weights = new TreeMap<String, Facts.Weights>();
        for (var need : needs.weights()) {
            weights.put(need.name(), new Facts.Weights(need.model(), "slipway-weights", need.model() + "/sample"));
        }
        weights.putAll(facts.weights());
        return facts.withShares(shares).withWeights(weights);
    }

    private static Facts.Share share(Needs.ShareNeed need, boolean mig) {
        var profile = mig ? profile(need.memoryBytes()) : "whole";
        var mode = profile.equals("whole") ? "whole" : "mig";
        var resource = mode.equals("mig") ? "nvidia.com/mig-" + profile : "nvidia.com/gpu";
        return new Facts.Share(
                "H100",
                mode,
                profile,
                memory(profile),
                need.count(),
                need.isolation().name().toLowerCase(java.util.Locale.ROOT),
                Map.of(resource, "1"),
                Map.of("nvidia.com/gpu.product", "NVIDIA-H100-80GB-HBM3"),
                List.of(Map.of("key", "nvidia.com/gpu", "operator", "Exists", "effect", "NoSchedule")),
                Map.of(),
                null,
                null);
    }

    private static String profile(long bytes) {
        for (var profile : List.of("1g.10gb", "1g.20gb", "3g.40gb")) {
            if (bytes <= memory(profile)) {
                return profile;
            }
        }
        return "whole";
    }

    private static long memory(String profile) {
        return switch (profile) {
            case "1g.10gb" -> 9 * GIB + 3 * GIB / 4;
            case "1g.20gb" -> 19 * GIB + 5 * GIB / 8;
            case "3g.40gb" -> 39 * GIB + GIB / 2;
            default -> 79 * GIB;
        };
    }
}
