package dev.slipway.blueprint.testing;

import dev.slipway.blueprint.Facts;
import dev.slipway.kernel.EnvironmentKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The facts that stand in, with what a test gives put over them. */
final class GivenFacts {

    private final Facts facts;
    private final Map<String, Object> given;

    GivenFacts(Facts facts, Map<String, Object> given) {
        this.facts = facts;
        this.given = given;
    }

    Facts facts() {
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

    private EnvironmentKind kind(Map<String, Object> environment) {
        var word = text(environment, "kind", facts.environment().kind().word());
        return EnvironmentKind.valueOf(word.toUpperCase(Locale.ROOT));
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
                facts.cluster().registry());
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
        return new HashMap<>(live);
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
