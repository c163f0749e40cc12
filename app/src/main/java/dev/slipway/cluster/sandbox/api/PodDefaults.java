package dev.slipway.cluster.sandbox.api;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the API server fills into a pod's specification. */
final class PodDefaults {

    private static final Map<String, Object> PROBE =
            Map.of("timeoutSeconds", 1L, "periodSeconds", 10L, "successThreshold", 1L, "failureThreshold", 3L);

    private PodDefaults() {}

    /** For the templates of workloads and for pods alike. */
    static void fill(Map<String, Object> spec) {
        spec.putIfAbsent("restartPolicy", "Always");
        spec.putIfAbsent("dnsPolicy", "ClusterFirst");
        spec.putIfAbsent("schedulerName", "default-scheduler");
        spec.putIfAbsent("terminationGracePeriodSeconds", 30L);
        Tree.child(spec, "securityContext");
        if (!Tree.text(spec, "serviceAccountName").isEmpty()) {
            spec.put("serviceAccount", Tree.text(spec, "serviceAccountName"));
        }
        for (var list : new String[] {"containers", "initContainers"}) {
            Tree.maps(spec, list).forEach(PodDefaults::fillContainer);
        }
        Tree.maps(spec, "volumes").forEach(PodDefaults::fillVolume);
    }

    /** What only pods get: requests as large as the limits where nothing is said. */
    static void fillPod(Map<String, Object> spec) {
        spec.putIfAbsent("enableServiceLinks", true);
        for (var list : new String[] {"containers", "initContainers"}) {
            for (var container : Tree.maps(spec, list)) {
                requestWhatIsTheLimit(Tree.child(container, "resources"));
            }
        }
    }

    static void requestWhatIsTheLimit(Map<String, Object> resources) {
        var limits = Tree.map(resources, "limits");
        if (!limits.isEmpty()) {
            var requests = Tree.child(resources, "requests");
            limits.forEach(requests::putIfAbsent);
        }
    }

    private static void fillContainer(Map<String, Object> container) {
        container.putIfAbsent("terminationMessagePath", "/dev/termination-log");
        container.putIfAbsent("terminationMessagePolicy", "File");
        container.putIfAbsent("imagePullPolicy", pullPolicy(Tree.text(container, "image")));
        Tree.child(container, "resources");
        for (var probe : new String[] {"livenessProbe", "readinessProbe", "startupProbe"}) {
            if (container.get(probe) instanceof Map) {
                fillProbe(Tree.child(container, probe));
            }
        }
        for (var variable : Tree.maps(container, "env")) {
            if (!Tree.map(variable, "valueFrom", "fieldRef").isEmpty()) {
                Tree.child(variable, "valueFrom", "fieldRef").putIfAbsent("apiVersion", "v1");
            }
        }
    }

    private static String pullPolicy(String image) {
        var name = image.substring(image.lastIndexOf('/') + 1);
        var latest = !image.contains("@") && (!name.contains(":") || name.endsWith(":latest"));
        return latest ? "Always" : "IfNotPresent";
    }

    private static void fillProbe(Map<String, Object> probe) {
        PROBE.forEach(probe::putIfAbsent);
        if (probe.get("httpGet") instanceof Map) {
            Tree.child(probe, "httpGet").putIfAbsent("path", "/");
            Tree.child(probe, "httpGet").putIfAbsent("scheme", "HTTP");
        }
        if (probe.get("grpc") instanceof Map) {
            Tree.child(probe, "grpc").putIfAbsent("service", "");
        }
    }

    private static void fillVolume(Map<String, Object> volume) {
        for (var source : Arrays.asList("secret", "configMap", "projected", "downwardAPI")) {
            if (volume.get(source) instanceof Map) {
                Tree.child(volume, source).putIfAbsent("defaultMode", 420L);
            }
        }
        for (var source : Tree.maps(volume, "projected", "sources")) {
            if (source.get("serviceAccountToken") instanceof Map) {
                Tree.child(source, "serviceAccountToken").putIfAbsent("expirationSeconds", 3600L);
            }
        }
        if (volume.get("image") instanceof Map) {
            Tree.child(volume, "image").putIfAbsent("pullPolicy", pullPolicy(Tree.text(volume, "image", "reference")));
        }
        if (volume.size() == 1) {
            volume.put("emptyDir", new LinkedHashMap<String, Object>());
        }
    }
}
