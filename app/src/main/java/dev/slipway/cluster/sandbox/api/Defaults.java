package dev.slipway.cluster.sandbox.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the API server fills in where nothing is said, and quantities as it writes them. */
final class Defaults {

    private static final Set<String> WITHOUT_SPEC = Set.of(
            "Secret",
            "ConfigMap",
            "ServiceAccount",
            "Role",
            "RoleBinding",
            "ClusterRole",
            "ClusterRoleBinding",
            "StorageClass",
            "PriorityClass");

    private Defaults() {}

    static void fill(Kind kind, Type type, Map<String, Object> content) {
        fromSchema(type, content);
        canonicalQuantities(type, content);
        var spec = WITHOUT_SPEC.contains(kind.kind()) ? content : Tree.child(content, "spec");
        switch (kind.kind()) {
            case "Pod" -> {
                PodDefaults.fill(spec);
                PodDefaults.fillPod(spec);
            }
            case "Deployment" -> deployment(spec);
            case "ReplicaSet" -> {
                spec.putIfAbsent("replicas", 1L);
                template(spec);
            }
            case "StatefulSet" -> statefulSet(spec);
            case "Job" -> job(spec);
            case "CronJob" -> cronJob(spec);
            case "Service" -> service(spec);
            case "PersistentVolumeClaim" -> spec.putIfAbsent("volumeMode", "Filesystem");
            case "Secret" -> secret(content);
            case "NetworkPolicy" -> networkPolicy(spec);
            case "LimitRange" -> Tree.maps(spec, "limits").forEach(Defaults::limits);
            case "HorizontalPodAutoscaler" -> spec.putIfAbsent("minReplicas", 1L);
            case "RoleBinding", "ClusterRoleBinding" ->
                Tree.maps(content, "subjects").forEach(Defaults::subject);
            default -> {}
        }
    }

    private static void fromSchema(Type type, Object node) {
        if (node instanceof Map<?, ?>) {
            @SuppressWarnings("unchecked")
            var map = (Map<String, Object>) node;
            for (var name : type.properties().keySet()) {
                if (type.defaultOf(name) instanceof String text && !text.isEmpty()) {
                    map.putIfAbsent(name, text);
                }
            }
            map.forEach((name, value) -> {
                var field = type.field(name);
                if (field != null) {
                    fromSchema(field, value);
                }
            });
        } else if (node instanceof List<?> list && type.isList()) {
            list.forEach(item -> fromSchema(type.items(), item));
        }
    }

    /** Writes quantities as the API server gives them back. */
    static void canonicalQuantities(Type type, Object node) {
        if (node instanceof Map<?, ?>) {
            @SuppressWarnings("unchecked")
            var map = (Map<String, Object>) node;
            map.replaceAll((name, value) -> {
                var field = type.field(name);
                if (field != null && field.shape() == Type.Shape.QUANTITY) {
                    return canonical(value);
                }
                if (field != null) {
                    canonicalQuantities(field, value);
                }
                return value;
            });
        } else if (node instanceof List<?> list && type.isList()) {
            list.forEach(item -> canonicalQuantities(type.items(), item));
        }
    }

    private static Object canonical(Object value) {
        return Quantities.isValid(value) ? Quantities.canonical(value) : value;
    }

    private static void template(Map<String, Object> spec) {
        Tree.child(spec, "template", "metadata");
        PodDefaults.fill(Tree.child(spec, "template", "spec"));
    }

    private static void deployment(Map<String, Object> spec) {
        template(spec);
        spec.putIfAbsent("replicas", 1L);
        spec.putIfAbsent("revisionHistoryLimit", 10L);
        spec.putIfAbsent("progressDeadlineSeconds", 600L);
        var strategy = Tree.child(spec, "strategy");
        strategy.putIfAbsent("type", "RollingUpdate");
        if (Tree.text(strategy, "type").equals("RollingUpdate")) {
            Tree.child(strategy, "rollingUpdate").putIfAbsent("maxSurge", "25%");
            Tree.child(strategy, "rollingUpdate").putIfAbsent("maxUnavailable", "25%");
        }
    }

    private static void statefulSet(Map<String, Object> spec) {
        template(spec);
        spec.putIfAbsent("replicas", 1L);
        spec.putIfAbsent("revisionHistoryLimit", 10L);
        spec.putIfAbsent("podManagementPolicy", "OrderedReady");
        Tree.child(spec, "updateStrategy").putIfAbsent("type", "RollingUpdate");
        if (Tree.text(spec, "updateStrategy", "type").equals("RollingUpdate")) {
            Tree.child(spec, "updateStrategy", "rollingUpdate").putIfAbsent("partition", 0L);
        }
        Tree.child(spec, "persistentVolumeClaimRetentionPolicy").putIfAbsent("whenDeleted", "Retain");
        Tree.child(spec, "persistentVolumeClaimRetentionPolicy").putIfAbsent("whenScaled", "Retain");
        for (var claim : Tree.maps(spec, "volumeClaimTemplates")) {
            claim.putIfAbsent("apiVersion", "v1");
            claim.putIfAbsent("kind", "PersistentVolumeClaim");
            Tree.child(claim, "spec").putIfAbsent("volumeMode", "Filesystem");
            Tree.child(claim, "status").putIfAbsent("phase", "Pending");
        }
    }

    private static void job(Map<String, Object> spec) {
        template(spec);
        if (!spec.containsKey("completions") && !spec.containsKey("parallelism")) {
            spec.put("completions", 1L);
        }
        spec.putIfAbsent("parallelism", 1L);
        spec.putIfAbsent("backoffLimit", 6L);
        spec.putIfAbsent("completionMode", "NonIndexed");
        spec.putIfAbsent("suspend", false);
        spec.putIfAbsent("manualSelector", false);
        spec.putIfAbsent(
                "podReplacementPolicy", spec.containsKey("podFailurePolicy") ? "Failed" : "TerminatingOrFailed");
    }

    private static void cronJob(Map<String, Object> spec) {
        Tree.child(spec, "jobTemplate", "metadata");
        template(Tree.child(spec, "jobTemplate", "spec"));
        spec.putIfAbsent("concurrencyPolicy", "Allow");
        spec.putIfAbsent("suspend", false);
        spec.putIfAbsent("successfulJobsHistoryLimit", 3L);
        spec.putIfAbsent("failedJobsHistoryLimit", 1L);
    }

    private static void service(Map<String, Object> spec) {
        spec.putIfAbsent("type", "ClusterIP");
        spec.putIfAbsent("sessionAffinity", "None");
        spec.putIfAbsent("internalTrafficPolicy", "Cluster");
        for (var port : Tree.maps(spec, "ports")) {
            port.putIfAbsent("targetPort", Tree.number(port, 0, "port"));
        }
    }

    private static void secret(Map<String, Object> content) {
        content.putIfAbsent("type", "Opaque");
        if (content.remove("stringData") instanceof Map<?, ?> plain) {
            var data = Tree.child(content, "data");
            plain.forEach((key, value) -> data.put(
                    key.toString(),
                    Base64.getEncoder().encodeToString(value.toString().getBytes(StandardCharsets.UTF_8))));
        }
    }

    private static void networkPolicy(Map<String, Object> spec) {
        for (var direction : List.of("ingress", "egress")) {
            for (var rule : Tree.maps(spec, direction)) {
                Tree.maps(rule, "ports").forEach(port -> port.putIfAbsent("protocol", "TCP"));
            }
        }
        if (Tree.list(spec, "policyTypes").isEmpty()) {
            var types = new ArrayList<Object>(List.of("Ingress"));
            if (spec.containsKey("egress")) {
                types.add("Egress");
            }
            spec.put("policyTypes", types);
        }
    }

    private static void limits(Map<String, Object> limits) {
        if (!Tree.text(limits, "type").equals("Container")) {
            return;
        }
        var standard = Tree.map(limits, "default");
        if (!Tree.map(limits, "max").isEmpty()) {
            standard = Tree.child(limits, "default");
            Tree.map(limits, "max").forEach(standard::putIfAbsent);
        }
        if (!standard.isEmpty() || !Tree.map(limits, "min").isEmpty()) {
            var request = Tree.child(limits, "defaultRequest");
            standard.forEach(request::putIfAbsent);
            Tree.map(limits, "min").forEach(request::putIfAbsent);
        }
    }

    private static void subject(Map<String, Object> subject) {
        if (!Tree.text(subject, "kind").equals("ServiceAccount")) {
            subject.putIfAbsent("apiGroup", "rbac.authorization.k8s.io");
        }
    }
}
