package dev.slipway.model;

import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.ClusterException;
import dev.slipway.cluster.Clusters;
import dev.slipway.cluster.Manifest;
import dev.slipway.cluster.ObjectKey;
import dev.slipway.kernel.ClusterId;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The weights cache on the clusters: says what is to be applied and reads what became of it. */
@Service
class NamespaceWeightsCache implements WeightsCache {

    private static final int LOG_LINES = 20;

    private final Clusters clusters;
    private final ModelSettings settings;
    private final InstantSource clock;

    NamespaceWeightsCache(Clusters clusters, ModelSettings settings, InstantSource clock) {
        this.clusters = clusters;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<Map<String, Object>> objects(String namespace, ModelView model, Map<String, String> labels) {
        return List.of(
                FetchJob.volume(namespace, labels, settings.cache()),
                FetchJob.job(namespace, model, labels, settings.cache()));
    }

    @Override
    public String volumeClaim(ModelView model) {
        return FetchJob.VOLUME;
    }

    @Override
    public String folder(ModelView model) {
        return FetchJob.folder(model);
    }

    @Override
    public long volumeBytes() {
        return Math.ceilDiv(settings.cache().size().toBytes(), 1L << 30) << 30;
    }

    @Override
    public ObjectKey job(String namespace, ModelView model) {
        return new ObjectKey("batch/v1", "Job", namespace, FetchJob.name(model));
    }

    @Override
    public WeightsState state(ClusterId id, String namespace, ModelView model) {
        var cluster = clusters.connect(id);
        var progress = new WeightsProgress(
                model.weightsBytes(), settings.cache().fetchRate().toBytes());
        return cluster.get(job(namespace, model))
                .map(job -> progress.read(job.content(), log(cluster, namespace, model), clock.instant()))
                .orElseGet(WeightsState.Cold::new);
    }

    /** Of the newest pod; nothing while there is none, or none that has begun to say anything. */
    private static List<String> log(Cluster cluster, String namespace, ModelView model) {
        try {
            return cluster.list("v1", "Pod", namespace, FetchJob.POD_LABEL + "=" + FetchJob.name(model)).stream()
                    .max(Comparator.comparing(NamespaceWeightsCache::createdAt))
                    .map(pod -> cluster.logs(namespace, pod.key().name(), null, LOG_LINES))
                    .orElse(List.of());
        } catch (ClusterException notReadable) {
            return List.of();
        }
    }

    private static String createdAt(Manifest pod) {
        return String.valueOf(pod.metadata().get("creationTimestamp"));
    }
}
