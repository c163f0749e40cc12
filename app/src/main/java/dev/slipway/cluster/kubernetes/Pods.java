package dev.slipway.cluster.kubernetes;

import dev.slipway.cluster.ClusterException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads containers' logs. */
final class Pods {

    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private final ApiServer api;

    Pods(ApiServer api) {
        this.api = api;
    }

    List<String> logs(String namespace, String pod, @Nullable String container, int lines) {
        var path = "/api/v1/namespaces/%s/pods/%s".formatted(ServedKind.escaped(namespace), ServedKind.escaped(pod));
        var name = container == null ? first(api.call(Call.get(path)).object(), pod) : container;
        return api.call(Call.get("%s/log?container=%s&tailLines=%d&limitBytes=%d"
                                .formatted(path, ServedKind.escaped(name), Math.max(0, lines), MOST_BYTES))
                        .accepting("text/plain, application/json"))
                .body()
                .lines()
                .toList();
    }

    private static String first(Map<String, Object> pod, String name) {
        return Json.children(pod, "spec", "containers").stream()
                .map(container -> Json.text(container, "name"))
                .findFirst()
                .orElseThrow(() -> new ClusterException.Missing("pod \"%s\" has no container".formatted(name)));
    }
}
