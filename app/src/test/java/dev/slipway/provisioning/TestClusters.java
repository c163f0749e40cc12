package dev.slipway.provisioning;

import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.ClusterException;
import dev.slipway.cluster.Clusters;
import dev.slipway.cluster.sandbox.SandboxCluster;
import dev.slipway.cluster.sandbox.SandboxNode;
import dev.slipway.cluster.sandbox.controller.Pace;
import dev.slipway.kernel.ClusterId;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Two sandbox clusters in which everything happens at once, each behind a probe. */
final class TestClusters implements Clusters {

    private final Map<ClusterId, ProbedCluster> clusters = new TreeMap<>();

    private final Map<ClusterId, SandboxCluster> sandboxes = new TreeMap<>();

    TestClusters() {
        add("ham-1", List.of(mig("h100-1"), mig("h100-2"), cpu("cpu-1")));
        add("fra-2", List.of(shared("a100-1"), cpu("cpu-1")));
    }

    private void add(String name, List<SandboxNode> nodes) {
        var id = new ClusterId(name);
        var sandbox = new SandboxCluster(id, nodes, Pace.AT_ONCE, InstantSource.system());
        sandboxes.put(id, sandbox);
        clusters.put(id, new ProbedCluster(sandbox));
    }

    void allAway(boolean now) {
        clusters.values().forEach(cluster -> cluster.away(now));
    }

    ProbedCluster hamburg() {
        return Objects.requireNonNull(clusters.get(new ClusterId("ham-1")));
    }

    /** Hamburg as somebody else sees it, who is not Slipway. */
    SandboxCluster hamburgItself() {
        return Objects.requireNonNull(sandboxes.get(new ClusterId("ham-1")));
    }

    private static SandboxNode cpu(String name) {
        return new SandboxNode(name, Map.of(), List.of(), Map.of("cpu", "64", "memory", "512Gi"));
    }

    private static SandboxNode mig(String name) {
        return new SandboxNode(
                name,
                Map.ofEntries(
                        Map.entry("nvidia.com/gpu.present", "true"),
                        Map.entry("nvidia.com/gpu.product", "NVIDIA-H100-80GB-HBM3"),
                        Map.entry("nvidia.com/gpu.family", "hopper"),
                        Map.entry("nvidia.com/gpu.memory", "81559"),
                        Map.entry("nvidia.com/gpu.count", "4"),
                        Map.entry("nvidia.com/gpu.replicas", "1"),
                        Map.entry("nvidia.com/mig.capable", "true"),
                        Map.entry("nvidia.com/mig.strategy", "mixed"),
                        Map.entry("nvidia.com/mig.config.state", "success"),
                        Map.entry("nvidia.com/mig-3g.40gb.count", "4"),
                        Map.entry("nvidia.com/mig-3g.40gb.memory", "40448"),
                        Map.entry("nvidia.com/mig-1g.10gb.count", "8"),
                        Map.entry("nvidia.com/mig-1g.10gb.memory", "9984")),
                List.of(),
                Map.of("cpu", "128", "memory", "1Ti", "nvidia.com/mig-3g.40gb", "4", "nvidia.com/mig-1g.10gb", "8"));
    }

    private static SandboxNode shared(String name) {
        return new SandboxNode(
                name,
                Map.of(
                        "nvidia.com/gpu.present",
                        "true",
                        "nvidia.com/gpu.product",
                        "NVIDIA-A100-SXM4-80GB",
                        "nvidia.com/gpu.family",
                        "ampere",
                        "nvidia.com/gpu.memory",
                        "81920",
                        "nvidia.com/gpu.count",
                        "4",
                        "nvidia.com/gpu.replicas",
                        "4",
                        "nvidia.com/gpu.sharing-strategy",
                        "time-slicing"),
                List.of(),
                Map.of("cpu", "96", "memory", "1Ti", "nvidia.com/gpu.shared", "16"));
    }

    @Override
    public List<ClusterView> all() {
        return clusters.keySet().stream().map(TestClusters::view).toList();
    }

    @Override
    public Optional<ClusterView> find(ClusterId id) {
        return clusters.containsKey(id) ? Optional.of(view(id)) : Optional.empty();
    }

    private static ClusterView view(ClusterId id) {
        return new ClusterView(id, id.value(), "eu-de", "sandbox", new Health(true, ""));
    }

    @Override
    public Cluster connect(ClusterId id) {
        var cluster = clusters.get(id);
        if (cluster == null) {
            throw new ClusterException.Missing("There is no cluster %s".formatted(id));
        }
        return cluster;
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Configuration {

        @Bean
        @Primary
        static TestClusters testClusters() {
            return new TestClusters();
        }
    }
}
