package dev.slipway.cluster;

import dev.slipway.cluster.ClusterSettings.Gpu;
import dev.slipway.cluster.ClusterSettings.Pool;
import dev.slipway.cluster.sandbox.SandboxNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Makes nodes of the pools in the settings, as NVIDIA's device plugin and GPU feature discovery would present them. */
final class SandboxPools {

    private static final Map<String, Integer> SLICE_MEMORY = Map.of(
            "1g.10gb", 9_984, "1g.20gb", 20_096, "2g.20gb", 20_096, "3g.40gb", 40_448, "4g.40gb", 40_448, "7g.80gb",
            81_152);

    private SandboxPools() {}

    static List<SandboxNode> nodes(List<Pool> pools) {
        return pools.stream()
                .flatMap(pool -> IntStream.rangeClosed(1, pool.count()).mapToObj(number -> node(pool, number)))
                .toList();
    }

    private static SandboxNode node(Pool pool, int number) {
        var labels = new LinkedHashMap<String, String>();
        var allocatable = new LinkedHashMap<String, String>();
        allocatable.put("cpu", pool.cpu());
        allocatable.put("memory", pool.memory());
        allocatable.put("ephemeral-storage", "1Ti");
        var gpu = pool.gpu();
        if (gpu != null) {
            describe(gpu, labels);
            if (!gpu.mig().isEmpty()) {
                slices(gpu, labels, allocatable);
            } else if (gpu.replicas() > 1) {
                allocatable.put("nvidia.com/gpu.shared", Integer.toString(gpu.count() * gpu.replicas()));
            } else {
                allocatable.put("nvidia.com/gpu", Integer.toString(gpu.count()));
            }
        }
        labels.put("slipway.dev/pool", pool.pool());
        labels.putAll(pool.labels());
        return new SandboxNode(pool.pool() + "-" + number, labels, List.of(), allocatable);
    }

    private static void describe(Gpu gpu, Map<String, String> labels) {
        var compute = gpu.compute().split("\\.", 2);
        var mig = !gpu.mig().isEmpty();
        labels.put("nvidia.com/gpu.present", "true");
        labels.put("nvidia.com/gpu.product", gpu.product());
        labels.put("nvidia.com/gpu.family", gpu.family());
        labels.put("nvidia.com/gpu.memory", Long.toString(gpu.memory()));
        labels.put("nvidia.com/gpu.count", Integer.toString(gpu.count()));
        labels.put("nvidia.com/gpu.replicas", Integer.toString(gpu.replicas()));
        labels.put("nvidia.com/gpu.sharing-strategy", gpu.replicas() > 1 ? "time-slicing" : "none");
        labels.put("nvidia.com/gpu.compute.major", compute[0]);
        labels.put("nvidia.com/gpu.compute.minor", compute.length > 1 ? compute[1] : "0");
        labels.put("nvidia.com/gpu.mode", "compute");
        labels.put("nvidia.com/mig.capable", Boolean.toString(mig));
        labels.put("nvidia.com/mig.strategy", mig ? "mixed" : "none");
        labels.put("nvidia.com/mps.capable", "false");
        labels.put("nvidia.com/cuda.driver-version.full", "580.95.05");
        labels.put("nvidia.com/cuda.driver-version.major", "580");
        labels.put("nvidia.com/cuda.runtime-version.full", "13.0");
        labels.put("nvidia.com/cuda.runtime-version.major", "13");
    }

    private static void slices(Gpu gpu, Map<String, String> labels, Map<String, String> allocatable) {
        labels.put("nvidia.com/mig.config.state", "success");
        gpu.mig().forEach((profile, count) -> {
            var prefix = "nvidia.com/mig-" + profile;
            allocatable.put(prefix, Integer.toString(count));
            labels.put(prefix + ".count", Integer.toString(count));
            labels.put(prefix + ".memory", Integer.toString(memory(profile)));
            labels.put(prefix + ".product", gpu.product() + "-MIG-" + profile);
            labels.put(prefix + ".replicas", "1");
            labels.put(prefix + ".sharing-strategy", "none");
            labels.put(prefix + ".slices.gi", profile.substring(0, profile.indexOf('g')));
            labels.put(prefix + ".slices.ci", profile.substring(0, profile.indexOf('g')));
        });
    }

    private static int memory(String profile) {
        var gigabytes = profile.substring(profile.indexOf('.') + 1).replaceAll("\\D.*", "");
        return SLICE_MEMORY.getOrDefault(profile, Integer.parseInt(gigabytes) * 1_000);
    }
}
