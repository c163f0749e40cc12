package dev.slipway.gpu;

import dev.slipway.kernel.ClusterId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which GPU shares there are, and which of them fit. */
public interface GpuShares {

    /**
     * The node pools of a cluster as discovered lately.
     *
     * @throws dev.slipway.cluster.ClusterException when the cluster is away or unknown
     */
    List<NodePool> pools(ClusterId cluster);

    /**
     * All shares of those clusters, held against the request. The same clusters in the same condition give the same answer;
     * among equals the cluster that is named first wins.
     */
    ShareOffer options(List<ClusterId> allowed, ShareRequest request);

    /** What a cluster offers, in the words of a blueprint's {@code requires}: {@code gpu}, {@code mig}, {@code time-slicing}. */
    Set<String> features(ClusterId cluster);

    List<DeviceModel> models();

    Optional<DeviceModel> model(String name);
}
