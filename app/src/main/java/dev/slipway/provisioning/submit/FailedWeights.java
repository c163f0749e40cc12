package dev.slipway.provisioning.submit;

import dev.slipway.cluster.ClusterException;
import dev.slipway.cluster.Clusters;
import dev.slipway.model.ModelView;
import dev.slipway.model.Models;
import dev.slipway.model.WeightsCache;
import dev.slipway.model.WeightsState;
import dev.slipway.provisioning.intent.Instance;
import dev.slipway.provisioning.intent.RevisionStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes away a fetch Job that has failed, so that another may try. */
@Component
class FailedWeights {

    private static final Logger log = LoggerFactory.getLogger(FailedWeights.class);

    private final RevisionStore revisions;
    private final Models models;
    private final WeightsCache weights;
    private final Clusters clusters;

    FailedWeights(RevisionStore revisions, Models models, WeightsCache weights, Clusters clusters) {
        this.revisions = revisions;
        this.models = models;
        this.weights = weights;
        this.clusters = clusters;
    }

    void clear(Instance instance) {
        revisions.get(instance.id(), instance.revision()).weights().stream()
                .flatMap(need -> models.find(need.model()).stream())
                .forEach(model -> clear(instance, model));
    }

    private void clear(Instance instance, ModelView model) {
        var origin = instance.origin();
        try {
            if (weights.state(origin.cluster(), origin.namespace(), model) instanceof WeightsState.Failed) {
                clusters.connect(origin.cluster()).delete(weights.job(origin.namespace(), model), null, null);
            }
        } catch (ClusterException away) {
            log.info("A failed fetch on {} stays for now: {}", origin.cluster(), away.getMessage());
        }
    }
}
