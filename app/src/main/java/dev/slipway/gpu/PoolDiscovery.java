package dev.slipway.gpu;

import static java.util.stream.Collectors.groupingBy;

import dev.slipway.cluster.Node;
import dev.slipway.gpu.NodePool.Held;
import dev.slipway.gpu.NodePool.Offer;
import dev.slipway.gpu.NodePool.PoolNode;
import dev.slipway.kernel.ClusterId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Turns a cluster's nodes into node pools. A pure function of nodes and known device models. */
final class PoolDiscovery {

    private final DeviceModels models;

    PoolDiscovery(DeviceModels models) {
        this.models = models;
    }

    List<NodePool> pools(ClusterId cluster, List<Node> nodes) {
        var byKey = nodes.stream()
                .flatMap(node -> Advertised.by(node, models).stream())
                .collect(groupingBy(Advertised::key, TreeMap::new, java.util.stream.Collectors.toList()));
        var taken = new HashSet<String>();
        var pools = new ArrayList<NodePool>();
        byKey.values().forEach(advertised -> pools.add(pool(cluster, taken, advertised)));
        return List.copyOf(pools);
    }

    private static NodePool pool(ClusterId cluster, Set<String> taken, List<Advertised> advertised) {
        var first = advertised.getFirst();
        return new NodePool(
                cluster,
                name(first, taken),
                first.model(),
                first.sharing(),
                first.sharers(),
                nodes(advertised),
                offers(advertised),
                first.nodeSelector(),
                tolerations(advertised));
    }

    private static String name(Advertised first, Set<String> taken) {
        var model = first.model().name().toLowerCase(Locale.ROOT);
        var name = switch (first.sharing()) {
            case WHOLE -> model;
            case MIG -> model + "-mig";
            case TIME_SLICED -> model + "-shared-" + first.sharers();
        };
        var number = 2;
        var free = name;
        while (!taken.add(free)) {
            free = name + "-" + number++;
        }
        return free;
    }

    private static List<PoolNode> nodes(List<Advertised> advertised) {
        var byNode = advertised.stream()
                .collect(groupingBy(
                        one -> one.node().name(), TreeMap::new, java.util.stream.Collectors.<Advertised>toList()));
        return byNode.values().stream().map(PoolDiscovery::node).toList();
    }

    private static PoolNode node(List<Advertised> advertised) {
        var node = advertised.getFirst().node();
        return new PoolNode(
                node.name(),
                takesPods(node),
                gpus(advertised),
                advertised.stream()
                        .sorted(bySize())
                        .map(one -> new Held(one.profile(), one.count(), one.held()))
                        .toList());
    }

    private static int gpus(List<Advertised> advertised) {
        var first = advertised.getFirst();
        return switch (first.sharing()) {
            case WHOLE -> (int) first.count();
            case TIME_SLICED -> (int) Math.ceilDiv(first.count(), first.sharers());
            case MIG -> cutGpus(first);
        };
    }

    /** All GPUs of the node but those that it hands out whole. */
    private static int cutGpus(Advertised first) {
        var whole = first.product().contains("-MIG-")
                ? "0"
                : first.node().allocatable().getOrDefault("nvidia.com/gpu", "0");
        var all = new GpuLabels(first.node()).gpuCount().orElse(1L);
        return (int) Math.max(1, all - (whole.matches("\\d{1,6}") ? Long.parseLong(whole) : 0));
    }

    private static List<Offer> offers(List<Advertised> advertised) {
        var byProfile = advertised.stream()
                .sorted(bySize())
                .collect(groupingBy(
                        Advertised::profile,
                        java.util.LinkedHashMap::new,
                        java.util.stream.Collectors.<Advertised>toList()));
        return byProfile.values().stream().map(PoolDiscovery::offer).toList();
    }

    /** Of what nodes say differently about a share's memory, the least counts. */
    private static Offer offer(List<Advertised> advertised) {
        var first = advertised.getFirst();
        var usable = advertised.stream().filter(one -> takesPods(one.node())).toList();
        return new Offer(
                first.profile(),
                first.resource(),
                advertised.stream().mapToLong(Advertised::memoryBytes).min().orElseThrow(),
                usable.stream().mapToLong(Advertised::count).sum(),
                usable.stream()
                        .mapToLong(one -> Math.min(one.held(), one.count()))
                        .sum());
    }

    private static Comparator<Advertised> bySize() {
        return Comparator.comparingLong(Advertised::memoryBytes)
                .thenComparingInt(one -> one.model()
                        .profile(one.profile())
                        .map(DeviceModel.Profile::computeSlices)
                        .orElse(0))
                .thenComparing(Advertised::profile)
                .thenComparing(one -> one.node().name());
    }

    /** GPU taints are tolerated; whatever else keeps pods off a node keeps ours off too. */
    private static boolean takesPods(Node node) {
        return node.ready() && node.taints().stream().allMatch(taint -> isGpuTaint(taint) || isMild(taint));
    }

    private static boolean isGpuTaint(Node.Taint taint) {
        return taint.key().startsWith(GpuLabels.VENDOR);
    }

    private static boolean isMild(Node.Taint taint) {
        return taint.effect().equals("PreferNoSchedule");
    }

    private static List<Map<String, String>> tolerations(List<Advertised> advertised) {
        return advertised.stream()
                .flatMap(one -> one.node().taints().stream())
                .filter(PoolDiscovery::isGpuTaint)
                .map(taint -> Map.of("key", taint.key(), "operator", "Exists", "effect", taint.effect()))
                .distinct()
                .sorted(Comparator.comparing(Object::toString))
                .toList();
    }
}
