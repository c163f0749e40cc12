package dev.slipway.gpu;

import dev.slipway.cluster.Node;
import dev.slipway.cost.GpuNeed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One GPU resource that a node advertises, understood.
 *
 * @param product the node's label, as it stands there
 * @param resource {@code nvidia.com/mig-3g.40gb}
 * @param memoryBytes of one share
 */
record Advertised(
        Node node,
        DeviceModel model,
        String product,
        Sharing sharing,
        int sharers,
        String profile,
        String resource,
        long memoryBytes,
        long count,
        long held) {

    private static final String MIG_RESOURCE = GpuLabels.VENDOR + "mig-";
    private static final String WHOLE_RESOURCE = GpuLabels.VENDOR + "gpu";
    private static final String SHARED_RESOURCE = GpuLabels.VENDOR + "gpu.shared";

    /** All that is understood of a node; nothing for a node without GPUs or with unknown ones. */
    static List<Advertised> by(Node node, DeviceModels models) {
        var labels = new GpuLabels(node);
        var found = new ArrayList<Advertised>();
        labels.product()
                .flatMap(models::ofProduct)
                .ifPresent(model -> node.allocatable()
                        .forEach((resource, quantity) ->
                                of(node, labels, model, resource, quantity).ifPresent(found::add)));
        return found;
    }

    private static Optional<Advertised> of(
            Node node, GpuLabels labels, DeviceModel model, String resource, String quantity) {
        var count = quantity.matches("\\d{1,6}") ? Long.parseLong(quantity) : 0;
        if (count == 0) {
            return Optional.empty();
        }
        if (resource.startsWith(MIG_RESOURCE)) {
            return mig(node, labels, model, resource, resource.substring(MIG_RESOURCE.length()), count);
        }
        return switch (resource) {
            case SHARED_RESOURCE -> Optional.of(slicedByTime(node, labels, model, resource, count));
            case WHOLE_RESOURCE -> ofPlainResource(node, labels, model, resource, count);
            default -> Optional.empty();
        };
    }

    /** The plain name stands for whole GPUs, for equal MIG slices or for turns, depending on how the node is set up. */
    private static Optional<Advertised> ofPlainResource(
            Node node, GpuLabels labels, DeviceModel model, String resource, long count) {
        var cut = labels.product().flatMap(DeviceModels::singleProfile);
        if (cut.isPresent()) {
            return mig(node, labels, model, resource, cut.get(), count);
        }
        if (labels.replicas() > 1) {
            return Optional.of(slicedByTime(node, labels, model, resource, count));
        }
        var memory = labels.gpuMemoryBytes().orElse(model.memoryBytes());
        return Optional.of(make(node, labels, model, Sharing.WHOLE, 1, GpuNeed.WHOLE, resource, memory, count));
    }

    /** Cuts with media engines and cuts that are shared again are left alone. */
    private static Optional<Advertised> mig(
            Node node, GpuLabels labels, DeviceModel model, String resource, String profile, long count) {
        return model.profile(profile).map(known -> {
            var memory = labels.migMemoryBytes(profile).orElse(known.memoryBytes());
            return make(node, labels, model, Sharing.MIG, 1, profile, resource, memory, count);
        });
    }

    private static Advertised slicedByTime(
            Node node, GpuLabels labels, DeviceModel model, String resource, long count) {
        var replicas = labels.replicas();
        var told = labels.gpuCount().filter(gpus -> gpus > 0).map(gpus -> (int) (count / gpus));
        var sharers = replicas > 1 ? replicas : Math.max(1, told.orElse(1));
        var memory = labels.gpuMemoryBytes().orElse(model.memoryBytes()) / sharers;
        return make(node, labels, model, Sharing.TIME_SLICED, sharers, "1/" + sharers, resource, memory, count);
    }

    private static Advertised make(
            Node node,
            GpuLabels labels,
            DeviceModel model,
            Sharing sharing,
            int sharers,
            String profile,
            String resource,
            long memoryBytes,
            long count) {
        return new Advertised(
                node,
                model,
                labels.product().orElse(""),
                sharing,
                sharers,
                profile,
                resource,
                memoryBytes,
                count,
                node.requested().getOrDefault(resource, 0L));
    }

    /** What tells one pool from another. */
    Key key() {
        var single = resource.equals(WHOLE_RESOURCE) && sharing == Sharing.MIG;
        return new Key(model.name(), sharing, sharers, product, single ? profile : "");
    }

    Map<String, String> nodeSelector() {
        return sharing == Sharing.TIME_SLICED
                ? Map.of(GpuLabels.PRODUCT, product, GpuLabels.REPLICAS, Integer.toString(sharers))
                : Map.of(GpuLabels.PRODUCT, product);
    }

    record Key(String model, Sharing sharing, int sharers, String product, String singleProfile)
            implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            return toString().compareTo(other.toString());
        }
    }
}
