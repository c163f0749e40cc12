package dev.slipway.blueprint.rendering;

import dev.slipway.blueprint.Readiness;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When an object of a well-known kind is ready; objects of other kinds are when they exist. */
final class KnownReadiness {

    private static final Readiness READY = new Readiness.Ready();

    private final Map<String, Object> live;
    private final Map<String, Object> spec;
    private final Map<String, Object> status;

    private KnownReadiness(Map<String, Object> live) {
        this.live = live;
        this.spec = Labels.map(live.get("spec"));
        this.status = Labels.map(live.get("status"));
    }

    static Readiness of(Map<String, Object> live) {
        return new KnownReadiness(live).readiness();
    }

    private Readiness readiness() {
        var metadata = Labels.map(live.get("metadata"));
        if (metadata.containsKey("deletionTimestamp")) {
            return new Readiness.Waiting("It is being deleted.");
        }
        return switch (String.valueOf(live.get("kind"))) {
            case "Deployment" -> deployment(metadata);
            case "StatefulSet" -> statefulSet(metadata);
            case "DaemonSet" -> counted("numberReady", number(status, "desiredNumberScheduled", 1), "ready");
            case "Job" -> job();
            case "Pod" -> pod();
            case "PersistentVolumeClaim" -> claim();
            case "Service" -> service();
            case "InferenceService", "LLMInferenceService", "NIMService", "NIMCache", "Certificate" ->
                condition("Ready");
            default -> READY;
        };
    }

    private Readiness deployment(Map<String, Object> metadata) {
        var progressing = find("Progressing");
        if (progressing.isPresent()
                && "ProgressDeadlineExceeded".equals(progressing.get().get("reason"))) {
            return new Readiness.Failed(message(progressing.get(), "It made no progress within its deadline."));
        }
        var wanted = number(spec, "replicas", 1);
        if (isBehind(metadata)) {
            return new Readiness.Waiting("The change has not been taken up yet.");
        }
        if (number(status, "updatedReplicas", 0) < wanted) {
            var refused = find("ReplicaFailure").filter(condition -> "True".equals(condition.get("status")));
            return refused.<Readiness>map(condition -> new Readiness.Waiting(message(condition, "A pod was refused.")))
                    .orElse(new Readiness.Waiting(
                            "%d of %d pods are updated.".formatted(number(status, "updatedReplicas", 0), wanted)));
        }
        if (number(status, "replicas", 0) > number(status, "updatedReplicas", 0)) {
            return new Readiness.Waiting("Pods of the former revision are still ending.");
        }
        return counted("availableReplicas", wanted, "available");
    }

    private Readiness statefulSet(Map<String, Object> metadata) {
        if (isBehind(metadata)) {
            return new Readiness.Waiting("The change has not been taken up yet.");
        }
        var wanted = number(spec, "replicas", 1);
        var update = status.get("updateRevision");
        if (update != null
                && !update.equals(status.get("currentRevision"))
                && number(status, "updatedReplicas", 0) < wanted) {
            return new Readiness.Waiting(
                    "%d of %d pods are updated.".formatted(number(status, "updatedReplicas", 0), wanted));
        }
        return counted("readyReplicas", wanted, "ready");
    }

    private Readiness counted(String field, long wanted, String word) {
        var there = number(status, field, 0);
        return there >= wanted ? READY : new Readiness.Waiting("%d of %d pods are %s.".formatted(there, wanted, word));
    }

    private Readiness job() {
        var failed = find("Failed").filter(condition -> "True".equals(condition.get("status")));
        if (failed.isPresent()) {
            return new Readiness.Failed(message(failed.get(), "The job failed."));
        }
        if (find("Complete")
                .filter(condition -> "True".equals(condition.get("status")))
                .isPresent()) {
            return READY;
        }
        return new Readiness.Waiting(
                Boolean.TRUE.equals(spec.get("suspend")) ? "The job is suspended." : "The job is running.");
    }

    private Readiness pod() {
        var phase = String.valueOf(status.get("phase"));
        if (phase.equals("Failed")) {
            return new Readiness.Failed(message(status, "The pod failed."));
        }
        var ready = find("Ready")
                .filter(condition -> "True".equals(condition.get("status")))
                .isPresent();
        return ready || phase.equals("Succeeded") ? READY : new Readiness.Waiting("The pod is not ready.");
    }

    /** A claim may wait for the first pod that mounts it; who waited for the claim would wait for ever. */
    private Readiness claim() {
        return "Lost".equals(status.get("phase")) ? new Readiness.Failed("The volume is lost.") : READY;
    }

    private Readiness service() {
        var balancer = Labels.map(status.get("loadBalancer"));
        var hasAddress = balancer.get("ingress") instanceof List<?> addresses && !addresses.isEmpty();
        return "LoadBalancer".equals(spec.get("type")) && !hasAddress
                ? new Readiness.Waiting("The load balancer has no address yet.")
                : READY;
    }

    private Readiness condition(String type) {
        var found = find(type);
        if (found.isPresent() && "True".equals(found.get().get("status"))) {
            return READY;
        }
        return new Readiness.Waiting(
                found.map(condition -> message(condition, "It is not ready.")).orElse("It has not reported yet."));
    }

    private boolean isBehind(Map<String, Object> metadata) {
        return status.get("observedGeneration") instanceof Number seen
                && metadata.get("generation") instanceof Number wanted
                && seen.longValue() < wanted.longValue();
    }

    private Optional<Map<String, Object>> find(String type) {
        return (status.get("conditions") instanceof List<?> conditions ? conditions : List.of())
                .stream()
                        .map(Labels::map)
                        .filter(condition -> type.equals(condition.get("type")))
                        .findFirst();
    }

    private static String message(Map<String, Object> condition, String otherwise) {
        return condition.get("message") instanceof String message && !message.isBlank() ? message : otherwise;
    }

    private static long number(Map<String, Object> map, String field, long otherwise) {
        @Nullable Object value = map.get(field);
        return value instanceof Number number ? number.longValue() : otherwise;
    }
}
