package dev.slipway.cluster.kubernetes;

import dev.slipway.cluster.ClusterException;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which kinds the API server serves. Asked again when one is missing that may have come in the meantime. */
final class Discovery {

    private static final String AGGREGATED = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,"
            + "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList";
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration USABLE = Duration.ofHours(1);
    private static final Duration AFTER_A_MISS = Duration.ofSeconds(1);

    private final ApiServer api;
    private final Fresh<Map<String, ServedKind>> served;

    Discovery(ApiServer api, Duration patience) {
        this.api = api;
        this.served = new Fresh<>(this::discover, FRESH, USABLE, patience);
    }

    ServedKind kind(String apiVersion, String kind) {
        var name = apiVersion + "/" + kind;
        var known = served.get().get(name);
        if (known == null) {
            known = served.noOlderThan(AFTER_A_MISS).get(name);
        }
        if (known == null) {
            throw new ClusterException.Missing(
                    "no matches for kind \"%s\" in version \"%s\"".formatted(kind, apiVersion));
        }
        return known;
    }

    Map<String, ServedKind> all(Duration noOlderThan) {
        return served.noOlderThan(noOlderThan);
    }

    private Map<String, ServedKind> discover() {
        var found = new LinkedHashMap<String, ServedKind>();
        for (var root : List.of("/api", "/apis")) {
            var answer = api.call(Call.get(root).accepting(AGGREGATED)).object();
            for (var group : Json.children(answer, "items")) {
                var name = Json.text(group, "metadata", "name");
                Json.children(group, "versions").forEach(version -> add(found, name, version));
            }
        }
        return found;
    }

    private static void add(Map<String, ServedKind> found, String group, Map<String, Object> version) {
        var number = Json.text(version, "version");
        var apiVersion = group.isEmpty() ? number : group + "/" + number;
        for (var resource : Json.children(version, "resources")) {
            var kind = new ServedKind(
                    apiVersion,
                    Json.text(resource, "responseKind", "kind"),
                    Json.text(resource, "resource"),
                    Json.text(resource, "scope").equals("Namespaced"),
                    verbs(resource));
            if (kind.verbs().contains("get")) {
                found.putIfAbsent(kind.name(), kind);
            }
        }
    }

    private static Set<String> verbs(Map<String, Object> resource) {
        var verbs = Json.at(resource, List.class, "verbs");
        return verbs == null
                ? Set.of()
                : ((List<?>) verbs).stream().map(String::valueOf).collect(Collectors.toCollection(HashSet::new));
    }
}
