package dev.slipway.blueprint.expression;

import dev.slipway.blueprint.Facts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Facts as the plain maps that expressions read. */
public final class FactValues {

    private FactValues() {}

    public static Map<String, Object> of(Facts facts) {
        var roots = new LinkedHashMap<String, Object>();
        var metadata = facts.metadata();
        roots.put(
                "metadata",
                Map.of("name", metadata.name(), "namespace", metadata.namespace(), "labels", metadata.labels()));
        roots.put(
                "team",
                Map.of("name", facts.team().name(), "title", facts.team().title()));
        roots.put(
                "environment",
                Map.of(
                        "name",
                        facts.environment().name(),
                        "kind",
                        facts.environment().kind().word()));
        roots.put("user", Map.of("name", facts.user().name()));
        roots.put("cluster", cluster(facts.cluster()));
        roots.put("models", each(facts.models(), FactValues::model));
        roots.put("instances", each(facts.instances(), FactValues::instance));
        roots.put("shares", each(facts.shares(), FactValues::share));
        roots.put("weights", each(facts.weights(), FactValues::weights));
        return roots;
    }

    /** The Kubernetes Secret that holds a declared secret. */
    public static String secretName(Facts facts, String secret) {
        return facts.metadata().name() + "-" + secret;
    }

    private static <T> Map<String, Object> each(Map<String, T> items, Function<T, Map<String, Object>> value) {
        var values = new LinkedHashMap<String, Object>();
        items.forEach((name, item) -> values.put(name, value.apply(item)));
        return values;
    }

    private static Map<String, Object> cluster(Facts.Cluster cluster) {
        return Map.of(
                "name",
                cluster.name(),
                "region",
                cluster.region(),
                "apis",
                cluster.apis().stream().sorted().toList(),
                "features",
                cluster.features().stream().sorted().toList(),
                "registry",
                cluster.registry().address(),
                "encryptedStorageClass",
                cluster.encryptedStorageClass());
    }

    private static Map<String, Object> model(Facts.Model model) {
        var value = new LinkedHashMap<String, Object>();
        value.put("name", model.name());
        value.put("title", model.title());
        value.put("kind", model.kind());
        value.put("version", model.version());
        value.put("digest", model.digest());
        value.put("reference", model.reference());
        value.put("licence", model.licence());
        value.put("weightsBytes", model.weightsBytes());
        value.put("parameters", model.parameters());
        value.put("kvBytesPerToken", model.kvBytesPerToken());
        value.put("contextLength", model.contextLength());
        value.put("quantisation", model.quantisation());
        return value;
    }

    private static Map<String, Object> instance(Facts.Instance instance) {
        var secrets = each(instance.secrets(), key -> Map.<String, Object>of("name", key.name(), "key", key.key()));
        return Map.of(
                "name",
                instance.name(),
                "blueprint",
                instance.blueprint(),
                "outputs",
                instance.outputs(),
                "secrets",
                secrets);
    }

    private static Map<String, Object> share(Facts.Share share) {
        var value = new LinkedHashMap<String, Object>();
        value.put("deviceModel", share.deviceModel());
        value.put("mode", share.mode());
        value.put("profile", share.profile());
        value.put("utilisation", share.utilisation());
        value.put("memoryBytes", share.memoryBytes());
        value.put("count", share.count());
        value.put("isolation", share.isolation());
        value.put("limits", share.limits());
        value.put("resources", Map.of("requests", share.limits(), "limits", share.limits()));
        value.put("nodeSelector", share.nodeSelector());
        value.put("tolerations", share.tolerations());
        value.put("annotations", share.annotations());
        var scheduler = share.schedulerName();
        if (scheduler != null) {
            value.put("schedulerName", scheduler);
        }
        var runtimeClass = share.runtimeClassName();
        if (runtimeClass != null) {
            value.put("runtimeClassName", runtimeClass);
        }
        return value;
    }

    private static Map<String, Object> weights(Facts.Weights weights) {
        return Map.of(
                "model",
                weights.model(),
                "claimName",
                weights.claimName(),
                "path",
                weights.path(),
                "volume",
                Map.of("persistentVolumeClaim", Map.of("claimName", weights.claimName(), "readOnly", true)));
    }

    /** The references to the secrets of an instance, by declared name. */
    public static Map<String, Object> secrets(Facts facts, Iterable<String> declared) {
        var values = new LinkedHashMap<String, Object>();
        for (var secret : declared) {
            values.put(secret, Map.of("name", secretName(facts, secret)));
        }
        return values;
    }

    /** Facts in which nothing tells where the instance is placed. */
    public static Facts withoutPlacement(Facts facts) {
        var shares = new LinkedHashMap<String, Facts.Share>();
        facts.shares().forEach((name, share) -> shares.put(name, withoutPlacement(name, share)));
        var weights = new LinkedHashMap<String, Facts.Weights>();
        facts.weights()
                .forEach(
                        (name, place) -> weights.put(name, new Facts.Weights(place.model(), "weights", place.model())));
        return facts.withShares(shares).withWeights(weights);
    }

    private static Facts.Share withoutPlacement(String name, Facts.Share share) {
        return new Facts.Share(
                "",
                "",
                "",
                0,
                share.count(),
                share.isolation(),
                Map.of("slipway.dev/share", name),
                Map.of(),
                List.of(),
                Map.of(),
                null,
                null);
    }
}
