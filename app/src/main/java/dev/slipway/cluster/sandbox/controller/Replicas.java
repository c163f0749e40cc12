package dev.slipway.cluster.sandbox.controller;

import dev.slipway.cluster.ClusterException;
import dev.slipway.cluster.sandbox.api.Entity;
import dev.slipway.cluster.sandbox.api.Tree;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The ReplicaSet controller: as many pods as meant. */
final class Replicas {

    private static final Duration NEXT_TRY = Duration.ofSeconds(5);

    private record Refusal(Instant until, String message) {}

    private final Control control;
    private final Map<String, Refusal> refusals = new HashMap<>();

    Replicas(Control control) {
        this.control = control;
    }

    void reconcile(Entity replicaSet) {
        if (replicaSet.isTerminating()) {
            return;
        }
        var pods =
                control.owned(replicaSet, "Pod").stream().filter(Pods::isActive).toList();
        var wanted = Tree.number(replicaSet.spec(), 1, "replicas");
        var refused = "";
        if (pods.size() < wanted) {
            refused = create(replicaSet, wanted - pods.size());
        } else {
            remove(replicaSet, pods, pods.size() - wanted);
        }
        tell(replicaSet, refused);
    }

    /** Returns why no more could be made; empty when all were. */
    private String create(Entity replicaSet, long missing) {
        var before = refusals.get(replicaSet.uid());
        if (before != null && before.until().isAfter(control.now())) {
            return before.message();
        }
        refusals.remove(replicaSet.uid());
        for (var i = 0; i < missing; i++) {
            var name = replicaSet.name() + "-" + control.random().suffix(5);
            try {
                control.api().create(control.kind("Pod"), control.pod(replicaSet, name, Map.of()));
                control.journal().normal(replicaSet, "SuccessfulCreate", "Created pod: " + name);
            } catch (ClusterException refused) {
                control.journal().warning(replicaSet, "FailedCreate", "Error creating: " + refused.getMessage());
                var refusal = new Refusal(control.now().plus(NEXT_TRY), String.valueOf(refused.getMessage()));
                refusals.put(replicaSet.uid(), refusal);
                control.work().addAt(refusal.until(), replicaSet.ref());
                return refusal.message();
            }
        }
        return "";
    }

    private void remove(Entity replicaSet, List<Entity> pods, long surplus) {
        pods.stream()
                .sorted(Comparator.comparing(Pods::isScheduled)
                        .thenComparing(Pods::isReady)
                        .thenComparing(Comparator.comparing(Entity::createdAt).reversed()))
                .limit(surplus)
                .forEach(pod -> {
                    control.journal().normal(replicaSet, "SuccessfulDelete", "Deleted pod: " + pod.name());
                    control.api().delete(pod.ref(), pod.uid(), null);
                });
    }

    private void tell(Entity replicaSet, String refused) {
        var pods =
                control.owned(replicaSet, "Pod").stream().filter(Pods::isActive).toList();
        var ready = pods.stream().filter(Pods::isReady).count();
        control.status(replicaSet, status -> {
            status.put("replicas", (long) pods.size());
            status.put("fullyLabeledReplicas", (long) pods.size());
            status.put("readyReplicas", ready);
            status.put("availableReplicas", ready);
            status.put("observedGeneration", replicaSet.generation());
            status.remove("conditions");
            if (!refused.isEmpty()) {
                control.condition(status, "ReplicaFailure", true, "FailedCreate", refused);
            }
        });
    }
}
