package dev.slipway.provisioning.intent;

import dev.slipway.provisioning.InstanceView;
import java.util.Map;

/**
 * A GPU share that a revision has.
 *
 * @param option which of the cluster's offers it is: {@code ham-1/h100-mig/3g.40gb}
 * @param limits of one pod, as Kubernetes resources
 */
public record HeldShare(String option, InstanceView.Share share, Map<String, String> limits) {}
