package dev.slipway.cluster;

import dev.slipway.cluster.ClusterSettings.Kind;
import dev.slipway.cluster.ClusterSettings.Registered;
import dev.slipway.cluster.sandbox.SandboxCluster;
import dev.slipway.cluster.sandbox.controller.Pace;
import dev.slipway.kernel.ClusterId;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** The clusters of the settings, each connected when first asked for. */
@Component
final class RegisteredClusters implements Clusters, DisposableBean {

    private final Map<ClusterId, Registered> registered = new LinkedHashMap<>();
    private final Map<ClusterId, Cluster> connected = new ConcurrentHashMap<>();

    RegisteredClusters(ClusterSettings settings) {
        for (var cluster : settings.clusters()) {
            registered.put(new ClusterId(cluster.name()), cluster);
        }
    }

    @Override
    public List<ClusterView> all() {
        return registered.keySet().stream().map(this::view).toList();
    }

    @Override
    public Optional<ClusterView> find(ClusterId id) {
        return registered.containsKey(id) ? Optional.of(view(id)) : Optional.empty();
    }

    private ClusterView view(ClusterId id) {
        var cluster = settings(id);
        var title = cluster.title().isEmpty() ? cluster.name() : cluster.title();
        return new ClusterView(
                id,
                title,
                cluster.region(),
                cluster.kind() == Kind.SANDBOX ? "sandbox" : "kubernetes",
                new Health(true, ""));
    }

    @Override
    public Cluster connect(ClusterId id) {
        var cluster = settings(id);
        return connected.computeIfAbsent(id, known -> connect(cluster));
    }

    private static Cluster connect(Registered cluster) {
        return switch (cluster.kind()) {
            case SANDBOX ->
                new SandboxCluster(
                        new ClusterId(cluster.name()),
                        SandboxPools.nodes(cluster.nodes()),
                        Pace.LIFELIKE,
                        InstantSource.system());
            case KUBERNETES -> throw new ClusterException.Transient("Not connected yet: " + cluster.name());
        };
    }

    private Registered settings(ClusterId id) {
        var cluster = registered.get(id);
        if (cluster == null) {
            throw new ClusterException.Missing("There is no cluster %s".formatted(id));
        }
        return cluster;
    }

    @Override
    public void destroy() throws Exception {
        for (var cluster : connected.values()) {
            if (cluster instanceof AutoCloseable closeable) {
                closeable.close();
            }
        }
    }
}
