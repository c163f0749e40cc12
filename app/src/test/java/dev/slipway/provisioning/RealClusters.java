package dev.slipway.provisioning;

import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.ClusterException;
import dev.slipway.cluster.Clusters;
import dev.slipway.cluster.kubernetes.KubeconfigSource;
import dev.slipway.cluster.kubernetes.KubernetesCluster;
import dev.slipway.kernel.ClusterId;
import dev.slipway.testbed.ControlPlane;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The test bed's API server in the place of Hamburg, behind a probe. */
final class RealClusters implements Clusters {

    private static final ClusterId HAMBURG = new ClusterId("ham-1");

    private final ProbedCluster hamburg = new ProbedCluster(KubernetesCluster.connect(
            HAMBURG,
            new KubeconfigSource.Text(ControlPlane.shared().kubeconfig(), null),
            InstantSource.system(),
            Duration.ofSeconds(15)));

    ProbedCluster hamburg() {
        return hamburg;
    }

    @Override
    public List<ClusterView> all() {
        return List.of(new ClusterView(
                HAMBURG, "Test bed", "eu-central", "kubernetes", new Health(true, ""), List.of("encrypted")));
    }

    @Override
    public Optional<ClusterView> find(ClusterId id) {
        return all().stream().filter(view -> view.id().equals(id)).findFirst();
    }

    @Override
    public Cluster connect(ClusterId id) {
        if (!id.equals(HAMBURG)) {
            throw new ClusterException.Missing("There is no cluster %s".formatted(id));
        }
        return hamburg;
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Configuration {

        @Bean
        @Primary
        static RealClusters realClusters() {
            return new RealClusters();
        }
    }
}
