package dev.slipway.cluster;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The pod that KServe makes of a predictor which writes its containers out. */
public final class PredictorPod {

    private static final Set<String> NOT_OF_A_POD = Set.of(
            "annotations",
            "autoScaling",
            "batcher",
            "canaryTrafficPercent",
            "containerConcurrency",
            "deploymentStrategy",
            "labels",
            "logger",
            "maxReplicas",
            "minReplicas",
            "name",
            "scaleMetric",
            "scaleMetricType",
            "scaleTarget",
            "storageContainerName",
            "storageUris",
            "timeout");

    private PredictorPod() {}

    /**
     * @param predictor {@code spec.predictor} of an InferenceService
     * @return the pod's {@code spec}; what is nested in it is shared with the predictor
     */
    public static Map<String, Object> spec(Map<String, ?> predictor) {
        var pod = new LinkedHashMap<String, Object>(predictor);
        pod.keySet().removeAll(NOT_OF_A_POD);
        return pod;
    }
}
