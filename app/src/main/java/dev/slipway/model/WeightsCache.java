package dev.slipway.model;

import dev.slipway.blueprint.Facts;
import dev.slipway.cluster.ObjectKey;
import dev.slipway.kernel.ClusterId;
import java.util.List;
import java.util.Map;

/**
 * A volume per namespace, filled by one Job per model from the registry in the house. The Job may be applied as often as
 * one likes: it fetches once and says how far it is.
 */
public interface WeightsCache {

    /** Carried by the Job's pods, the only ones that may reach the registry. */
    Map<String, String> POD_LABELS = Map.of("slipway.dev/role", "weights");

    /** The volume claim and the Job, complete but for what the caller's labels add. */
    List<Map<String, Object>> objects(String namespace, ModelView model, Map<String, String> labels);

    /** For the blueprint's expressions: where to mount the weights from. */
    default Facts.Weights facts(ModelView model) {
        return new Facts.Weights(model.name(), volumeClaim(model), folder(model));
    }

    /** Name of the claim to mount, read-only. */
    String volumeClaim(ModelView model);

    /** Folder of the model on that volume: {@code llama-3.1-8b-instruct/sha256-0123456789ab}. */
    String folder(ModelView model);

    /** How large the volume of a namespace is; quota of the namespace has to leave room for it. */
    long volumeBytes();

    ObjectKey job(String namespace, ModelView model);

    /**
     * As the Job and its log tell.
     *
     * @throws dev.slipway.cluster.ClusterException when the cluster is away
     */
    WeightsState state(ClusterId cluster, String namespace, ModelView model);
}
