package dev.slipway.cluster.standin;

import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.Manifest;
import dev.slipway.cluster.ObjectKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pods behind a service: whether one is ready, which key they want, which model they serve. */
final class Backend {

    private final Cluster cluster;
    private final String namespace;
    private final List<Map<?, ?>> ready;

    Backend(Cluster cluster, String namespace, String service) {
        this.cluster = cluster;
        this.namespace = namespace;
        this.ready = cluster
                .get(new ObjectKey("v1", "Service", namespace, service))
                .map(found -> selector(found.content()))
                .filter(selector -> !selector.isEmpty())
                .map(selector -> cluster.list("v1", "Pod", namespace, selector))
                .orElse(List.of())
                .stream()
                .map(Manifest::content)
                .filter(Backend::isReady)
                .<Map<?, ?>>map(pod -> pod)
                .toList();
    }

    private static String selector(Map<?, ?> service) {
        return map(map(service.get("spec")).get("selector")).entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .collect(Collectors.joining(","));
    }

    private static boolean isReady(Map<?, ?> pod) {
        return maps(map(pod.get("status")).get("conditions"))
                .anyMatch(condition -> "Ready".equals(condition.get("type")) && "True".equals(condition.get("status")));
    }

    boolean isReady() {
        return !ready.isEmpty();
    }

    /** Whether that is the key which the pods were given; any is where they were given none. */
    boolean accepts(@Nullable String authorization) {
        var keys = keys();
        return keys.isEmpty() || keys.stream().anyMatch(key -> same("Bearer " + key, authorization));
    }

    private static boolean same(String wanted, @Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        wanted.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /** What the pods read from Secrets into variables that are named as keys. */
    private List<String> keys() {
        return containers()
                .flatMap(container -> maps(container.get("env")))
                .filter(variable -> String.valueOf(variable.get("name")).contains("KEY"))
                .map(variable -> map(map(variable.get("valueFrom")).get("secretKeyRef")))
                .flatMap(reference -> secret(reference).stream())
                .toList();
    }

    private Optional<String> secret(Map<?, ?> reference) {
        if (!(reference.get("name") instanceof String name)) {
            return Optional.empty();
        }
        return cluster.get(new ObjectKey("v1", "Secret", namespace, name))
                .flatMap(secret -> Optional.<Object>ofNullable(
                        map(secret.content().get("data")).get(reference.get("key"))))
                .map(data -> new String(Base64.getDecoder().decode(data.toString()), StandardCharsets.UTF_8));
    }

    /** As vLLM is told it: {@code --served-model-name}, or else {@code --model}. */
    String model() {
        var words = new ArrayList<String>();
        containers().forEach(container -> {
            words.addAll(texts(container.get("command")));
            words.addAll(texts(container.get("args")));
        });
        return after(words, "--served-model-name")
                .or(() -> after(words, "--model"))
                .orElse("stand-in");
    }

    private static Optional<String> after(List<String> words, String option) {
        for (var i = 0; i < words.size(); i++) {
            if (words.get(i).startsWith(option + "=")) {
                return Optional.of(words.get(i).substring(option.length() + 1));
            }
            if (words.get(i).equals(option) && i + 1 < words.size()) {
                return Optional.of(words.get(i + 1));
            }
        }
        return Optional.empty();
    }

    private Stream<Map<?, ?>> containers() {
        return ready.stream().limit(1).flatMap(pod -> maps(map(pod.get("spec")).get("containers")));
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static Stream<Map<?, ?>> maps(@Nullable Object value) {
        return value instanceof List<?> list ? list.stream().map(Backend::map) : Stream.empty();
    }

    private static List<String> texts(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
