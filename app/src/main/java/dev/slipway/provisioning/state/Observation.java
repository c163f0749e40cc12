package dev.slipway.provisioning.state;

import dev.slipway.blueprint.Readiness;
import dev.slipway.cluster.KubernetesEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that is known of an instance at one moment.
 *
 * @param settled whether the present revision was ready before
 * @param first whether no revision was ever ready
 * @param since when the present revision was accepted
 * @param before what comes before the objects and is not done yet; objects are not looked at then
 * @param objects in the order in which they are applied
 */
public record Observation(
        Instant now,
        boolean settled,
        boolean first,
        Instant since,
        Optional<Finding> before,
        List<Seen> objects,
        List<PodFacts> pods,
        List<KubernetesEvent> events) {

    /**
     * One object as it was seen.
     *
     * @param live as it is on the cluster; empty when it is not there
     * @param waitsFor names of what must come before it; empty when it was applied or tried
     * @param refusal why it could not be applied
     * @param applied when it was first applied in this revision
     * @param deadline how long it may take to become ready
     */
    public record Seen(
            String kind,
            String name,
            Map<String, Object> live,
            Readiness readiness,
            List<String> waitsFor,
            Optional<Refusal> refusal,
            Optional<Instant> applied,
            Duration deadline) {

        public String title() {
            return kind + " " + name;
        }

        public boolean isReady() {
            return refusal.isEmpty() && waitsFor.isEmpty() && readiness instanceof Readiness.Ready;
        }

        /** Whether it does its work and is done, rather than running on. */
        public boolean isJob() {
            return kind.equals("Job");
        }

        /** Whether it keeps pods running. */
        public boolean isServer() {
            return kind.equals("Deployment") || kind.equals("StatefulSet") || kind.equals("Pod");
        }
    }
}
