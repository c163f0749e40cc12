package dev.slipway.provisioning;

import dev.slipway.cluster.Cluster;
import org.springframework.beans.factory.annotation.Autowired;

/** On a real API server. */
@ApiServerTest
class FlowsIT extends Flows {

    @Autowired
    RealClusters clusters;

    @Override
    Cluster cluster() {
        return clusters.hamburg();
    }
}
