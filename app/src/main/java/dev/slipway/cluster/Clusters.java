package dev.slipway.cluster;

import dev.slipway.kernel.ClusterId;
import java.util.List;
import java.util.Optional;

/** The registered clusters. */
public interface Clusters {

    List<ClusterView> all();

    Optional<ClusterView> find(ClusterId id);

    /**
     * The connection to a cluster, made when first asked for.
     *
     * @throws ClusterException.Missing when none of that name is registered
     * @throws ClusterException.Transient when it cannot be reached; {@code getMessage()} says why in one sentence
     */
    Cluster connect(ClusterId id);

    /**
     * @param title as people call it: {@code Hamburg 1}
     * @param region where its data is: {@code eu-de-hamburg}
     * @param kind {@code sandbox} or {@code kubernetes}
     */
    record ClusterView(ClusterId id, String title, String region, String kind, Health health) {}

    /**
     * @param reachable whether the last call came through
     * @param message why not, in one sentence; empty when reachable
     */
    record Health(boolean reachable, String message) {}
}
