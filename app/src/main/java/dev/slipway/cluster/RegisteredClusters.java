package dev.slipway.cluster;

import dev.slipway.cluster.ClusterSettings.Registered;
import dev.slipway.cluster.kubernetes.KubeconfigSource;
import dev.slipway.cluster.kubernetes.KubernetesCluster;
import dev.slipway.cluster.sandbox.SandboxCluster;
import dev.slipway.cluster.sandbox.controller.Pace;
import dev.slipway.kernel.ClusterId;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** The clusters of the settings. None is spoken to before it is needed, so that one that is away keeps nobody waiting. */
@Component
final class RegisteredClusters implements Clusters, DisposableBean {

    private final Map<ClusterId, Registration> registered = new LinkedHashMap<>();

    RegisteredClusters(ClusterSettings settings) {
        var clock = InstantSource.system();
        for (var cluster : settings.clusters()) {
            var registration = new Registration(cluster, () -> connect(settings, cluster, clock), clock);
            if (registered.put(registration.id(), registration) != null) {
                throw new IllegalArgumentException("slipway.cluster.clusters names %s twice".formatted(cluster.name()));
            }
        }
    }

    private static Cluster connect(ClusterSettings settings, Registered cluster, InstantSource clock) {
        var id = new ClusterId(cluster.name());
        return switch (cluster.kind()) {
            case SANDBOX ->
                new SandboxCluster(
                        id,
                        SandboxPools.nodes(cluster.nodes()),
                        Pace.LIFELIKE,
                        clock,
                        settings.data() == null ? null : settings.data().resolve(cluster.name() + ".json.gz"));
            case KUBERNETES -> {
                var connected = KubernetesCluster.connect(id, source(cluster), clock, cluster.timeout());
                yield cluster.standIn() ? connected.answeredByStandIn() : connected;
            }
        };
    }

    private static KubeconfigSource source(Registered cluster) {
        return cluster.kubeconfig() == null
                ? new KubeconfigSource.InCluster()
                : new KubeconfigSource.File(cluster.kubeconfig(), cluster.context());
    }

    @Override
    public List<ClusterView> all() {
        return registered.values().stream().map(Registration::view).toList();
    }

    @Override
    public Optional<ClusterView> find(ClusterId id) {
        return Optional.ofNullable(registered.get(id)).map(Registration::view);
    }

    @Override
    public Cluster connect(ClusterId id) {
        var registration = registered.get(id);
        if (registration == null) {
            throw new ClusterException.Missing("There is no cluster %s".formatted(id));
        }
        return registration.connect();
    }

    @Override
    public void destroy() throws Exception {
        for (var registration : registered.values()) {
            registration.close();
        }
    }
}
