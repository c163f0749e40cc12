package dev.slipway.blueprint.rendering;

import java.util.List;

/** Where in an object of a kind the templates of pods and volume claims stand, and the labels of pods that others make. */
final class PodTemplates {

    private static final List<String> PODS = List.of("spec", "template");

    private PodTemplates() {}

    static List<List<String>> paths(String kind) {
        return switch (kind) {
            case "Deployment", "Job" -> List.of(PODS);
            case "StatefulSet" -> List.of(PODS, List.of("spec", "volumeClaimTemplates"));
            case "CronJob" ->
                List.of(List.of("spec", "jobTemplate"), List.of("spec", "jobTemplate", "spec", "template"));
            default -> List.of();
        };
    }

    /** Where what has labels for the pods of a kind stands, besides templates. */
    static List<List<String>> labelled(String kind) {
        return switch (kind) {
            case "InferenceService" -> List.of(List.of("spec", "predictor"));
            case "NIMService" -> List.of(List.of("spec"));
            default -> List.of();
        };
    }
}
