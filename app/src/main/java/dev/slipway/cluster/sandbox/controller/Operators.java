package dev.slipway.cluster.sandbox.controller;

import dev.slipway.cluster.PredictorPod;
import dev.slipway.cluster.sandbox.api.Entity;
import dev.slipway.cluster.sandbox.api.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Plays the operators of custom resources: makes the workloads and Secrets that KServe, the NIM operator and cert-manager would
 * make, in outline, and tells the status from them.
 */
final class Operators {

    private final Control control;

    Operators(Control control) {
        this.control = control;
    }

    void inferenceService(Entity service) {
        var predictor = Tree.map(service.spec(), "predictor");
        var labels = new LinkedHashMap<String, Object>(Tree.map(predictor, "labels"));
        labels.put("app", "isvc." + service.name() + "-predictor");
        labels.put("component", "predictor");
        labels.put("serving.kserve.io/inferenceservice", service.name());
        var replicas = Tree.number(predictor, 1, "minReplicas");
        var workload = deployment(
                service,
                service.name() + "-predictor",
                replicas,
                Tree.map(predictor, "deploymentStrategy"),
                labels,
                Tree.map(predictor, "annotations"),
                PredictorPod.spec(Tree.copy(predictor)));
        var isReady = isReady(workload, replicas);
        control.status(service, status -> {
            status.put("observedGeneration", service.generation());
            control.condition(status, "PredictorReady", isReady, "", "");
            control.condition(status, "Ready", isReady, "", isReady ? "" : "The predictor is not ready.");
        });
    }

    void nimService(Entity service) {
        var port = Tree.number(service.spec(), 8000, "expose", "service", "port");
        var labels = new LinkedHashMap<String, Object>(Tree.map(service.spec(), "labels"));
        labels.put("app", service.name());
        var replicas = Tree.number(service.spec(), 1, "replicas");
        var workload = deployment(
                service,
                service.name(),
                replicas,
                Map.of("type", "Recreate"),
                labels,
                Tree.map(service.spec(), "annotations"),
                nim(service, port));
        if (control.owned(service, "Service").isEmpty()) {
            control.api().create(control.kind("Service"), door(service, port));
        }
        var isReady = isReady(workload, replicas);
        control.status(service, status -> {
            status.put("state", isReady ? "Ready" : "NotReady");
            control.condition(status, "Ready", isReady, isReady ? "Ready" : "NotReady", "");
        });
    }

    private static Map<String, Object> nim(Entity service, long port) {
        var container = new LinkedHashMap<String, Object>();
        container.put("name", service.name() + "-ctr");
        container.put(
                "image",
                Tree.text(service.spec(), "image", "repository") + ":" + Tree.text(service.spec(), "image", "tag"));
        container.put("env", new ArrayList<>(Tree.list(service.spec(), "env")));
        container.put("resources", Tree.copy(Tree.map(service.spec(), "resources")));
        container.put("ports", List.of(Map.of("name", "api", "containerPort", port, "protocol", "TCP")));
        container.put(
                "securityContext",
                Map.of("allowPrivilegeEscalation", false, "capabilities", Map.of("drop", List.of("ALL"))));
        var pod = new LinkedHashMap<String, Object>();
        pod.put("containers", List.of(container));
        pod.put("nodeSelector", Tree.copy(Tree.map(service.spec(), "nodeSelector")));
        pod.put("tolerations", new ArrayList<>(Tree.list(service.spec(), "tolerations")));
        pod.put(
                "securityContext",
                Map.of(
                        "runAsNonRoot",
                        true,
                        "runAsUser",
                        Tree.number(service.spec(), 1000, "userID"),
                        "seccompProfile",
                        Map.of("type", "RuntimeDefault")));
        return Tree.copy(pod);
    }

    private static Map<String, Object> door(Entity service, long port) {
        return Tree.copy(Map.of(
                "apiVersion",
                "v1",
                "kind",
                "Service",
                "metadata",
                Control.metadata(service, service.name(), Map.of(), Map.of()),
                "spec",
                Map.of(
                        "selector",
                        Map.of("app", service.name()),
                        "ports",
                        List.of(Map.of("name", "api", "port", port, "targetPort", port, "protocol", "TCP")))));
    }

    void nimCache(Entity cache) {
        if (control.hasPassed(control.pace().ready(), cache.createdAt(), cache)) {
            control.status(cache, status -> status.put("state", "Ready"));
        }
    }

    void certificate(Entity certificate) {
        if (!control.hasPassed(control.pace().bind(), certificate.createdAt(), certificate)) {
            return;
        }
        var name = Tree.text(certificate.spec(), "secretName");
        var secrets = control.kind("Secret");
        if (control.store().find(secrets, certificate.namespace(), name).isEmpty()) {
            control.api()
                    .create(
                            secrets,
                            Tree.copy(Map.of(
                                    "apiVersion",
                                    "v1",
                                    "kind",
                                    "Secret",
                                    "type",
                                    "kubernetes.io/tls",
                                    "metadata",
                                    Map.of("name", name, "namespace", certificate.namespace()),
                                    "data",
                                    Map.of("ca.crt", "cGxheWVk", "tls.crt", "cGxheWVk", "tls.key", "cGxheWVk"))));
        }
        control.status(
                certificate, status -> control.condition(status, "Ready", true, "Ready", "Certificate is up to date"));
    }

    private Entity deployment(
            Entity owner,
            String name,
            long replicas,
            Map<String, ?> strategy,
            Map<String, ?> labels,
            Map<String, ?> annotations,
            Map<String, Object> pod) {
        var spec = new LinkedHashMap<String, Object>();
        spec.put("replicas", replicas);
        if (!strategy.isEmpty()) {
            spec.put("strategy", strategy);
        }
        spec.put("selector", Map.of("matchLabels", Map.of("app", String.valueOf(labels.get("app")))));
        spec.put("template", Map.of("metadata", Map.of("labels", labels, "annotations", annotations), "spec", pod));
        var wanted = Tree.copy(spec);
        return control.owned(owner, "Deployment").stream()
                .findFirst()
                .map(there -> changed(there, wanted, owner.generation()))
                .orElseGet(() -> control.api().create(control.kind("Deployment"), made(owner, name, wanted)));
    }

    private static Map<String, Object> made(Entity owner, String name, Map<String, Object> spec) {
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("apiVersion", "apps/v1");
        manifest.put("kind", "Deployment");
        manifest.put("metadata", Control.metadata(owner, name, Map.of(), generation(owner.generation())));
        manifest.put("spec", spec);
        return manifest;
    }

    private static Map<String, String> generation(long of) {
        return Map.of("sandbox.slipway.dev/generation", String.valueOf(of));
    }

    /** Only for another generation: what the API server filled in is no difference. */
    private Entity changed(Entity there, Map<String, Object> wanted, long generation) {
        return generation(generation).entrySet().stream()
                        .allMatch(entry -> there.annotation(entry.getKey()).equals(entry.getValue()))
                ? there
                : control.api().change(there, content -> {
                    Tree.child(content, "spec").putAll(wanted);
                    Tree.child(content, "metadata", "annotations").putAll(generation(generation));
                });
    }

    private static boolean isReady(Entity workload, long replicas) {
        return Tree.number(workload.status(), 0, "availableReplicas") >= replicas
                && Tree.number(workload.status(), 0, "updatedReplicas") >= replicas;
    }
}
