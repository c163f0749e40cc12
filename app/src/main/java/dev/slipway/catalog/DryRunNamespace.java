package dev.slipway.catalog;

import dev.slipway.kernel.ClusterId;
import java.util.List;
import java.util.Map;

/**
 * A namespace on each cluster, guarded as those of instances are, in which nothing is ever kept: where a draft's objects are
 * shown to the API server. The room that keeps namespaces implements it.
 */
public interface DryRunNamespace {

    /** As it is called on every cluster. */
    String NAME = "slipway-dryrun";

    /**
     * Returns when it is there with all its guards.
     *
     * @throws dev.slipway.cluster.ClusterException as the cluster says
     */
    void guard(ClusterId cluster);

    /**
     * Asks the API server what it would say to the object, and for a workload to its pod as well, which a workload alone is
     * not looked at for. Nothing is kept.
     *
     * @return what it refused or warned of, one line each; empty when it takes the object as it is
     * @throws dev.slipway.cluster.ClusterException.Transient when the cluster does not answer
     */
    List<String> refusals(ClusterId cluster, Map<String, Object> manifest);
}
