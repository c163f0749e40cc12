package dev.slipway.provisioning;

import dev.slipway.cluster.Cluster;
import org.springframework.beans.factory.annotation.Autowired;

/** On a sandbox cluster. */
@ProvisioningTest
class FlowsTests extends Flows {

    @Autowired
    TestClusters clusters;

    @Override
    Cluster cluster() {
        return clusters.hamburg();
    }
}
