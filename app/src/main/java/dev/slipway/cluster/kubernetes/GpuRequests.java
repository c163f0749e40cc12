package dev.slipway.cluster.kubernetes;

import io.fabric8.kubernetes.api.model.Quantity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a pod asks for beyond CPU, memory and disk. */
final class GpuRequests {

    private GpuRequests() {}

    /** Containers together; init containers one after the other, unless they stay as sidecars. */
    static Map<String, Long> of(Map<String, Object> pod) {
        var requests = new HashMap<String, Long>();
        for (var container : Json.children(pod, "spec", "containers")) {
            resources(container).forEach((name, count) -> requests.merge(name, count, Long::sum));
        }
        var initial = Json.children(pod, "spec", "initContainers");
        initial.stream()
                .filter(GpuRequests::stays)
                .forEach(
                        sidecar -> resources(sidecar).forEach((name, count) -> requests.merge(name, count, Long::sum)));
        initial.stream()
                .filter(container -> !stays(container))
                .forEach(step -> resources(step).forEach((name, count) -> requests.merge(name, count, Math::max)));
        return requests;
    }

    private static boolean stays(Map<String, Object> initContainer) {
        return Json.text(initContainer, "restartPolicy").equals("Always");
    }

    private static Map<String, Long> resources(Map<String, Object> container) {
        var resources = new HashMap<String, Long>();
        for (var kind : List.of("limits", "requests")) {
            Json.texts(container, "resources", kind).forEach((name, quantity) -> {
                if (extended(name)) {
                    resources.put(name, whole(quantity));
                }
            });
        }
        return resources;
    }

    /** Whether a device plugin or an administrator offers it, as in {@code nvidia.com/gpu}. */
    static boolean extended(String resource) {
        return resource.contains("/") && !resource.contains("kubernetes.io/");
    }

    private static long whole(String quantity) {
        return new Quantity(quantity).getNumericalAmount().longValue();
    }
}
