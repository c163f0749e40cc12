package dev.slipway.cluster.kubernetes;

import dev.slipway.cluster.ClusterException.Missing;
import dev.slipway.cluster.ClusterException.Transient;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A pod that stands behind a service, and the port that its container listens on. */
record ServiceTarget(String namespace, String pod, int port) {

    /** The selector of a service's pods, as lists take it. */
    static String selector(Map<String, Object> service) {
        var selector = Json.texts(service, "spec", "selector");
        if (selector.isEmpty()) {
            throw new Missing("service \"%s\" selects no pods".formatted(name(service)));
        }
        return selector.entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .collect(Collectors.joining(","));
    }

    static ServiceTarget of(Map<String, Object> service, int port, List<Map<String, Object>> pods) {
        var offered = Json.children(service, "spec", "ports").stream()
                .filter(candidate -> Json.number(candidate, "port") == port)
                .findFirst()
                .orElseThrow(() -> new Missing("service \"%s\" has no port %d".formatted(name(service), port)));
        var pod = pods.stream()
                .filter(ServiceTarget::ready)
                .min(Comparator.comparing(ServiceTarget::name))
                .orElseThrow(() -> new Transient("no pod of service \"%s\" is ready".formatted(name(service))));
        return new ServiceTarget(
                Json.text(pod, "metadata", "namespace"), name(pod), containerPort(service, offered, pod));
    }

    private static int containerPort(
            Map<String, Object> service, Map<String, Object> offered, Map<String, Object> pod) {
        var named = Json.text(offered, "targetPort");
        if (named.isEmpty()) {
            var number = Json.number(offered, "targetPort");
            return Math.toIntExact(number == 0 ? Json.number(offered, "port") : number);
        }
        return Json.children(pod, "spec", "containers").stream()
                .flatMap(container -> Json.children(container, "ports").stream())
                .filter(port -> Json.text(port, "name").equals(named))
                .findFirst()
                .map(port -> Math.toIntExact(Json.number(port, "containerPort")))
                .orElseThrow(() -> new Missing(
                        "the pods of service \"%s\" have no port named \"%s\"".formatted(name(service), named)));
    }

    private static boolean ready(Map<String, Object> pod) {
        return Json.text(pod, "metadata", "deletionTimestamp").isEmpty()
                && Json.children(pod, "status", "conditions").stream()
                        .anyMatch(condition -> Json.text(condition, "type").equals("Ready")
                                && Json.text(condition, "status").equals("True"));
    }

    private static String name(Map<String, Object> object) {
        return Json.text(object, "metadata", "name");
    }
}
