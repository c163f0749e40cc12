package dev.slipway.provisioning.dryrun;

import dev.slipway.cluster.PredictorPod;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pod that a workload would make: Pod Security refuses pods, and of a workload it only warns. Pure. */
final class WorkloadPods {

    private WorkloadPods() {}

    static Optional<Map<String, Object>> of(Map<String, Object> workload) {
        var spec = map(workload.get("spec"));
        return switch (String.valueOf(workload.get("kind"))) {
            case "Deployment", "Job" -> Optional.of(pod(workload, map(spec.get("template")), List.of()));
            case "StatefulSet" ->
                Optional.of(
                        pod(workload, map(spec.get("template")), claims(workload, spec.get("volumeClaimTemplates"))));
            case "CronJob" ->
                Optional.of(pod(
                        workload,
                        map(map(map(spec.get("jobTemplate")).get("spec")).get("template")),
                        List.of()));
            case "InferenceService" -> Optional.of(predictor(workload, map(spec.get("predictor"))));
            default -> Optional.empty();
        };
    }

    private static Map<String, Object> pod(
            Map<String, Object> workload, Map<String, Object> template, List<Map<String, Object>> volumes) {
        var metadata = new LinkedHashMap<>(map(template.get("metadata")));
        metadata.put("name", name(workload));
        metadata.put("namespace", String.valueOf(map(workload.get("metadata")).get("namespace")));
        var spec = new LinkedHashMap<>(map(template.get("spec")));
        if (!volumes.isEmpty()) {
            var all = new ArrayList<Object>(volumes);
            all.addAll(spec.get("volumes") instanceof List<?> own ? own : List.of());
            spec.put("volumes", all);
        }
        return Map.of("apiVersion", "v1", "kind", "Pod", "metadata", metadata, "spec", spec);
    }

    private static Map<String, Object> predictor(Map<String, Object> workload, Map<String, Object> predictor) {
        var metadata = Map.of("labels", map(predictor.get("labels")));
        return pod(workload, Map.of("metadata", metadata, "spec", PredictorPod.spec(predictor)), List.of());
    }

    /** The volumes that a StatefulSet gives its pods out of its claim templates. */
    private static List<Map<String, Object>> claims(Map<String, Object> workload, @Nullable Object templates) {
        return (templates instanceof List<?> list ? list : List.of())
                .stream()
                        .map(template -> String.valueOf(
                                map(map(template).get("metadata")).get("name")))
                        .<Map<String, Object>>map(name -> Map.of(
                                "name",
                                name,
                                "persistentVolumeClaim",
                                Map.of("claimName", "%s-%s-0".formatted(name, name(workload)))))
                        .toList();
    }

    private static String name(Map<String, Object> workload) {
        return String.valueOf(map(workload.get("metadata")).get("name"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}
