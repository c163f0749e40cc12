package dev.slipway.gpu;

import dev.slipway.kernel.ClusterId;
import java.util.List;
import java.util.Map;

/**
 * Nodes of a cluster with the same device model and the same way of sharing.
 *
 * @param name unique in the cluster and made from model and sharing: {@code h100-mig}
 * @param sharers among how many pods one GPU is divided in turn; 1 unless time-sliced
 * @param offers the shares that its nodes advertise, the smallest first
 * @param nodeSelector labels that all its nodes carry and that set them apart from other pools
 */
public record NodePool(
        ClusterId cluster,
        String name,
        DeviceModel model,
        Sharing sharing,
        int sharers,
        List<PoolNode> nodes,
        List<Offer> offers,
        Map<String, String> nodeSelector,
        List<Map<String, String>> tolerations) {

    public NodePool {
        nodes = List.copyOf(nodes);
        offers = List.copyOf(offers);
    }

    public int gpus() {
        return nodes.stream().mapToInt(PoolNode::gpus).sum();
    }

    /**
     * @param gpus physical GPUs of this pool on the node
     * @param ready false while the node takes none of our pods
     * @param shares what it advertises and what pods on it have asked for, by profile
     */
    public record PoolNode(String name, boolean ready, int gpus, List<Held> shares) {}

    /** So many of a profile, of which so many are asked for by pods. */
    public record Held(String profile, long count, long held) {}

    /**
     * One profile in the whole pool.
     *
     * @param resource what a pod asks for: {@code nvidia.com/mig-3g.40gb}
     * @param memoryBytes of one share, as the nodes say or as known of the device model
     * @param count on nodes that take pods
     * @param held how many of those pods have asked for
     */
    public record Offer(String profile, String resource, long memoryBytes, long count, long held) {

        public long free() {
            return Math.max(0, count - held);
        }
    }
}
