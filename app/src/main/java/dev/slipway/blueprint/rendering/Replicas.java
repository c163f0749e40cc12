package dev.slipway.blueprint.rendering;

import dev.slipway.blueprint.RenderedResource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many pods a workload has, whoever decides that: itself, its own scaling, or an autoscaler beside it. */
final class Replicas {

    /** Which end of what an autoscaler may choose. */
    enum Bound {
        LEAST("minReplicas"),
        MOST("maxReplicas");

        private final String field;

        Bound(String field) {
            this.field = field;
        }
    }

    private final Bound bound;
    private final Map<String, Long> scaled = new HashMap<>();

    Replicas(List<RenderedResource> resources, Bound bound) {
        this.bound = bound;
        resources.stream()
                .filter(resource -> resource.kind().equals("HorizontalPodAutoscaler"))
                .map(resource -> Labels.map(resource.manifest().get("spec")))
                .forEach(spec -> {
                    var target = Labels.map(spec.get("scaleTargetRef"));
                    scaled.put(target.get("kind") + "/" + target.get("name"), number(spec, bound.field, 1));
                });
    }

    long of(RenderedResource workload) {
        var spec = Labels.map(workload.manifest().get("spec"));
        return switch (workload.kind()) {
            case "InferenceService" -> predictor(Labels.map(spec.get("predictor")));
            case "NIMService" -> nim(spec);
            default -> {
                var chosen = scaled.get(workload.kind() + "/" + workload.name());
                yield chosen == null ? number(spec, "replicas", 1) : chosen;
            }
        };
    }

    private long predictor(Map<String, Object> predictor) {
        var least = number(predictor, "minReplicas", 1);
        return bound == Bound.LEAST ? least : Math.max(least, number(predictor, "maxReplicas", 0));
    }

    private long nim(Map<String, Object> spec) {
        var scale = Labels.map(spec.get("scale"));
        return Boolean.TRUE.equals(scale.get("enabled"))
                ? number(Labels.map(scale.get("hpa")), bound.field, 1)
                : number(spec, "replicas", 1);
    }

    private static long number(Map<String, Object> spec, String field, long otherwise) {
        return spec.get(field) instanceof Number number ? Math.max(number.longValue(), 0) : otherwise;
    }
}
