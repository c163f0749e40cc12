package dev.slipway.provisioning.reconcile;

import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.ClusterException;
import dev.slipway.cluster.KubernetesEvent;
import dev.slipway.provisioning.intent.Origin;
import dev.slipway.provisioning.state.PodFacts;
import java.util.List;
import org.springframework.stereotype.Component;

/** Pods and events, for telling what is in the way. What cannot be had is left out. */
@Component
public class Look {

    /** The label by which an instance's objects and pods are found; its name is unique in the namespace. */
    public static final String LABEL = "slipway.dev/instance";

    public List<PodFacts> pods(Cluster cluster, Origin origin) {
        return cluster.list("v1", "Pod", origin.namespace(), LABEL + "=" + origin.name()).stream()
                .map(PodFacts::of)
                .toList();
    }

    List<KubernetesEvent> events(Cluster cluster, Origin origin) {
        try {
            return cluster.events(origin.namespace());
        } catch (ClusterException unclear) {
            return List.of();
        }
    }
}
