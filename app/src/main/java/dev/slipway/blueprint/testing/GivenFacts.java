package dev.slipway.blueprint.testing;

import dev.slipway.blueprint.Facts;
import dev.slipway.kernel.EnvironmentKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The facts that stand in, with what a test gives put over them. */
public final class GivenFacts {

    private final Facts facts;
    private final Map<String, Object> given;

    public GivenFacts(Facts facts, Map<String, Object> given) {
        this.facts = facts;
        this.given = given;
    }

    public Facts facts() {
        var metadata = map(given.get("metadata"));
        var team = map(given.get("team"));
        var environment = map(given.get("environment"));
        return new Facts(
                new Facts.Metadata(
                        text(metadata, "name", facts.metadata().name()),
                        text(metadata, "namespace", facts.metadata().namespace()),
                        facts.metadata().labels()),
                new Facts.Team(
                        text(team, "name", facts.team().name()),
                        text(team, "title", facts.team().title())),
                new Facts.Environment(
                        text(environment, "name", facts.environment().name()), kind(environment)),
                new Facts.User(text(map(given.get("user")), "name", facts.user().name())),
                cluster(map(given.get("cluster"))),
                models(map(given.get("models"))),
                instances(map(given.get("instances"))),
                facts.shares(),
                facts.weights(),
                live(map(given.get("live"))));
    }

    /** The shares and weights that were found for the needs, with what the test gives put over them. */
    Facts placed(Facts found) {
        var shares = new TreeMap<>(found.shares());
        map(given.get("shares"))
                .forEach((name, value) -> shares.computeIfPresent(name, (key, share) -> over(share, map(value))));
        var weights = new TreeMap<>(found.weights());
        map(given.get("weights"))
                .forEach((name, value) -> weights.computeIfPresent(name, (key, place) -> over(place, map(value))));
        return found.withShares(shares).withWeights(weights);
    }

    private static Facts.Share over(Facts.Share share, Map<String, Object> given) {
        var limits = given.get("limits") instanceof Map<?, ?> ? texts(map(given.get("limits"))) : share.limits();
        return new Facts.Share(
                text(given, "deviceModel", share.deviceModel()),
                text(given, "mode", share.mode()),
                text(given, "profile", share.profile()),
                number(given, "memoryBytes", share.memoryBytes()),
                number(given, "count", share.count()),
                text(given, "isolation", share.isolation()),
                limits,
                share.nodeSelector(),
                share.tolerations(),
                share.annotations(),
                given.get("schedulerName") instanceof String scheduler ? scheduler : share.schedulerName(),
                given.get("runtimeClassName") instanceof String runtimeClass ? runtimeClass : share.runtimeClassName(),
                text(given, "utilisation", share.utilisation()));
    }

    private static Facts.Weights over(Facts.Weights place, Map<String, Object> given) {
        return new Facts.Weights(
                text(given, "model", place.model()),
                text(given, "claimName", place.claimName()),
                text(given, "path", place.path()));
    }

    private static Map<String, String> texts(Map<String, Object> map) {
        var texts = new LinkedHashMap<String, String>();
        map.forEach((name, value) -> texts.put(name, String.valueOf(value)));
        return texts;
    }

    private EnvironmentKind kind(Map<String, Object> environment) {
        var word = text(environment, "kind", facts.environment().kind().word());
        return Arrays.stream(EnvironmentKind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("there is no kind of environment '%s'".formatted(word)));
    }

    /** {@code apis} and {@code features} add to what is there; any other name says whether the cluster has that feature. */
    private Facts.Cluster cluster(Map<String, Object> cluster) {
        var features = new HashSet<>(facts.cluster().features());
        var apis = new HashSet<>(facts.cluster().apis());
        features.addAll(texts(cluster.get("features")));
        apis.addAll(texts(cluster.get("apis")));
        cluster.forEach((name, value) -> {
            if (value instanceof Boolean has) {
                if (has) {
                    features.add(name);
                } else {
                    features.remove(name);
                }
            }
        });
        return new Facts.Cluster(
                text(cluster, "name", facts.cluster().name()),
                text(cluster, "region", facts.cluster().region()),
                apis,
                features,
                facts.cluster().registry(),
                features.contains(Facts.Cluster.ENCRYPTED_VOLUMES)
                        ? text(cluster, "encryptedStorageClass", "encrypted")
                        : "");
    }

    private Map<String, Facts.Model> models(Map<String, Object> models) {
        var all = new TreeMap<>(facts.models());
        models.forEach((name, value) -> {
            var model = map(value);
            all.put(
                    name,
                    new Facts.Model(
                            name,
                            text(model, "title", name),
                            text(model, "kind", "generator"),
                            text(model, "version", "1"),
                            text(model, "digest", "sha256:" + "1".repeat(64)),
                            text(model, "reference", facts.cluster().registry().address() + "/models/" + name),
                            text(model, "licence", "as published"),
                            number(model, "weightsBytes", 16_000_000_000L),
                            number(model, "parameters", 8_000_000_000L),
                            number(model, "kvBytesPerToken", 131_072),
                            number(model, "contextLength", 131_072),
                            text(model, "quantisation", "none")));
        });
        return all;
    }

    private Map<String, Facts.Instance> instances(Map<String, Object> instances) {
        var all = new TreeMap<>(facts.instances());
        instances.forEach((name, value) -> {
            var instance = map(value);
            var secrets = new LinkedHashMap<String, Facts.SecretKey>();
            map(instance.get("secrets"))
                    .forEach((secret, key) -> secrets.put(
                            secret,
                            new Facts.SecretKey(
                                    text(map(key), "name", name + "-key"), text(map(key), "key", "token"))));
            all.put(
                    name,
                    new Facts.Instance(name, text(instance, "blueprint", ""), map(instance.get("outputs")), secrets));
        });
        return all;
    }

    private static Map<String, Object> live(Map<String, Object> live) {
        var objects = new HashMap<String, Object>(live);
        objects.values().removeIf(Objects::isNull);
        return objects;
    }

    private static List<String> texts(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.toList())
                : List.of();
    }

    private static String text(Map<String, Object> map, String name, String otherwise) {
        var value = map.get(name);
        return value == null ? otherwise : String.valueOf(value);
    }

    private static long number(Map<String, Object> map, String name, long otherwise) {
        return map.get(name) instanceof Number number ? number.longValue() : otherwise;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}
