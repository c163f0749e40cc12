package dev.slipway.cluster.sandbox.controller;

import dev.slipway.cluster.sandbox.api.Entity;
import dev.slipway.cluster.sandbox.api.Json;
import dev.slipway.cluster.sandbox.api.Tree;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** The Deployment controller: one replica set per version of the template, and the way from one to the next. */
final class Deployments {

    private static final String HASH = "pod-template-hash";
    private static final String REVISION = "deployment.kubernetes.io/revision";

    private final Control control;

    Deployments(Control control) {
        this.control = control;
    }

    void reconcile(Entity deployment) {
        if (deployment.isTerminating()) {
            return;
        }
        var sets = control.owned(deployment, "ReplicaSet");
        var current = current(deployment, sets);
        if (current.isEmpty() && !Tree.flag(deployment.spec(), "paused")) {
            current = Optional.of(create(deployment, sets));
        }
        var now = current;
        var old = sets.stream().filter(set -> now.filter(set::equals).isEmpty()).toList();
        if (now.isPresent()) {
            new Rollout(control, deployment).advance(now.get(), old);
            forget(deployment, old);
        }
        tell(deployment);
    }

    private static Optional<Entity> current(Entity deployment, List<Entity> sets) {
        var template = Tree.map(deployment.spec(), "template");
        return sets.stream().filter(set -> withoutHash(set).equals(template)).findFirst();
    }

    private static Object withoutHash(Entity replicaSet) {
        var template = Tree.copy(Tree.map(replicaSet.spec(), "template"));
        Tree.child(template, "metadata", "labels").remove(HASH);
        return template;
    }

    private Entity create(Entity deployment, List<Entity> old) {
        var template = Tree.copy(Tree.map(deployment.spec(), "template"));
        var hash = Integer.toUnsignedString(Json.written(template).hashCode(), 36) + "x"
                + Integer.toString(old.size(), 36);
        Tree.child(template, "metadata", "labels").put(HASH, hash);
        var selector = Tree.copy(Tree.map(deployment.spec(), "selector"));
        Tree.child(selector, "matchLabels").put(HASH, hash);
        var revision = Long.toString(
                1 + old.stream().mapToLong(Deployments::revision).max().orElse(0));
        var set = new LinkedHashMap<String, Object>();
        set.put("apiVersion", "apps/v1");
        set.put("kind", "ReplicaSet");
        set.put(
                "metadata",
                Control.metadata(
                        deployment,
                        deployment.name() + "-" + hash,
                        Tree.map(template, "metadata", "labels"),
                        java.util.Map.of(REVISION, revision)));
        var spec = Tree.child(set, "spec");
        spec.put("replicas", 0L);
        spec.put("selector", selector);
        spec.put("template", template);
        control.api()
                .change(
                        deployment,
                        content ->
                                Tree.child(content, "metadata", "annotations").put(REVISION, revision));
        return control.api().create(control.kind("ReplicaSet"), set);
    }

    private static long revision(Entity set) {
        var written = set.annotation(REVISION);
        return written.isEmpty() ? 0 : Long.parseLong(written);
    }

    private void forget(Entity deployment, List<Entity> old) {
        var kept = Tree.number(deployment.spec(), 10, "revisionHistoryLimit");
        old.stream()
                .filter(set ->
                        Tree.number(set.spec(), 0, "replicas") == 0 && Tree.number(set.status(), 0, "replicas") == 0)
                .sorted(Comparator.comparingLong(Deployments::revision).reversed())
                .skip(kept)
                .forEach(set -> control.api().delete(set.ref(), set.uid(), null));
    }

    private void tell(Entity known) {
        var deployment = control.store().find(known.ref());
        if (deployment == null) {
            return;
        }
        var sets = control.owned(deployment, "ReplicaSet");
        var current = current(deployment, sets);
        var wanted = Tree.number(deployment.spec(), 1, "replicas");
        var total = sum(sets, "replicas");
        var available = sum(sets, "availableReplicas");
        var updated = sum(current.stream().toList(), "replicas");
        var updatedAvailable = sum(current.stream().toList(), "availableReplicas");
        var done = updated == wanted && updatedAvailable >= wanted && total == wanted;
        var most = wanted - new Rollout(control, deployment).mayMiss();
        control.status(deployment, status -> {
            status.put("observedGeneration", deployment.generation());
            count(status, "replicas", total);
            count(status, "updatedReplicas", updated);
            count(status, "readyReplicas", sum(sets, "readyReplicas"));
            count(status, "availableReplicas", available);
            count(status, "unavailableReplicas", Math.max(0, Math.max(total, wanted) - available));
            if (available >= most) {
                control.condition(
                        status, "Available", true, "MinimumReplicasAvailable", "Deployment has minimum availability.");
            } else {
                control.condition(
                        status,
                        "Available",
                        false,
                        "MinimumReplicasUnavailable",
                        "Deployment does not have minimum availability.");
            }
            current.ifPresent(set -> progress(deployment, set, done, status));
            failure(sets, status);
        });
    }

    private void progress(Entity deployment, Entity set, boolean done, java.util.Map<String, Object> status) {
        var name = set.name();
        if (done) {
            control.condition(
                    status,
                    "Progressing",
                    true,
                    "NewReplicaSetAvailable",
                    "ReplicaSet \"%s\" has successfully progressed.".formatted(name));
            return;
        }
        var deadline = Duration.ofSeconds(Tree.number(deployment.spec(), 600, "progressDeadlineSeconds"));
        if (control.hasPassed(deadline, lastProgress(set), deployment)) {
            control.condition(
                    status,
                    "Progressing",
                    false,
                    "ProgressDeadlineExceeded",
                    "ReplicaSet \"%s\" has timed out progressing.".formatted(name));
        } else {
            control.condition(
                    status,
                    "Progressing",
                    true,
                    "ReplicaSetUpdated",
                    "ReplicaSet \"%s\" is progressing.".formatted(name));
        }
    }

    private Instant lastProgress(Entity set) {
        return control.owned(set, "Pod").stream()
                .filter(Pods::isReady)
                .flatMap(pod -> Tree.maps(pod.status(), "conditions").stream())
                .map(condition -> Instant.parse(Tree.text(condition, "lastTransitionTime")))
                .max(Comparator.naturalOrder())
                .orElse(set.createdAt());
    }

    private void failure(List<Entity> sets, java.util.Map<String, Object> status) {
        var failed = sets.stream()
                .flatMap(set -> Tree.maps(set.status(), "conditions").stream())
                .filter(condition -> Tree.text(condition, "type").equals("ReplicaFailure"))
                .findFirst();
        if (failed.isPresent()) {
            control.condition(status, "ReplicaFailure", true, "FailedCreate", Tree.text(failed.get(), "message"));
        } else {
            Tree.children(status, "conditions")
                    .removeIf(condition -> Tree.text(condition, "type").equals("ReplicaFailure"));
        }
    }

    private static void count(java.util.Map<String, Object> status, String name, long count) {
        if (count == 0) {
            status.remove(name);
        } else {
            status.put(name, count);
        }
    }

    private static long sum(List<Entity> sets, String what) {
        return sets.stream()
                .mapToLong(set -> Tree.number(set.status(), 0, what))
                .sum();
    }
}
