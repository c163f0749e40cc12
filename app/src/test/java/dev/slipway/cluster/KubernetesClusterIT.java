package dev.slipway.cluster;

import dev.slipway.cluster.kubernetes.KubeconfigSource;
import dev.slipway.cluster.kubernetes.KubernetesCluster;
import dev.slipway.kernel.ClusterId;
import dev.slipway.testbed.ControlPlane;
import dev.slipway.testbed.RequiresControlPlane;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

@RequiresControlPlane
class KubernetesClusterIT extends ClusterContract {

    @SuppressWarnings("NullAway.Init")
    private static KubernetesCluster cluster;

    @BeforeAll
    static void connect() {
        var kubeconfig = new KubeconfigSource.Text(ControlPlane.shared().kubeconfig(), null);
        cluster = KubernetesCluster.connect(
                new ClusterId("testbed"), kubeconfig, InstantSource.system(), Duration.ofSeconds(15));
    }

    @AfterAll
    static void close() {
        cluster.close();
    }

    @Override
    Cluster cluster() {
        return cluster;
    }
}
