package dev.slipway.cluster.sandbox.controller;

import dev.slipway.cluster.ClusterException;
import dev.slipway.cluster.sandbox.api.Entity;
import dev.slipway.cluster.sandbox.api.Json;
import dev.slipway.cluster.sandbox.api.Tree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/** The StatefulSet controller: numbered pods with their own volumes, one after the other. */
final class StatefulSets {

    private static final String REVISION = "controller-revision-hash";
    private static final Duration NEXT_TRY = Duration.ofSeconds(5);

    private final Control control;

    StatefulSets(Control control) {
        this.control = control;
    }

    void reconcile(Entity set) {
        if (set.isTerminating()) {
            return;
        }
        var wanted = Tree.number(set.spec(), 1, "replicas");
        var parallel = Tree.text(set.spec(), "podManagementPolicy").equals("Parallel");
        for (var ordinal = 0L; ordinal < wanted; ordinal++) {
            var pod = pod(set, ordinal);
            if (pod.isEmpty()) {
                create(set, ordinal);
            }
            if (!parallel && pod(set, ordinal).filter(Pods::isReady).isEmpty()) {
                break;
            }
        }
        removeSurplus(set, wanted);
        replaceOutdated(set, wanted);
        tell(set, wanted);
    }

    private Optional<Entity> pod(Entity set, long ordinal) {
        return control.store().find(control.kind("Pod"), set.namespace(), set.name() + "-" + ordinal);
    }

    private static String revision(Entity set) {
        return set.name() + "-"
                + Integer.toUnsignedString(
                        Json.written(Tree.map(set.spec(), "template")).hashCode(), 36);
    }

    private void create(Entity set, long ordinal) {
        var name = set.name() + "-" + ordinal;
        try {
            var volumes = claims(set, name);
            var labels = new LinkedHashMap<String, Object>();
            labels.put(REVISION, revision(set));
            labels.put("statefulset.kubernetes.io/pod-name", name);
            labels.put("apps.kubernetes.io/pod-index", Long.toString(ordinal));
            var pod = control.pod(set, name, labels);
            var spec = Tree.child(pod, "spec");
            spec.put("hostname", name);
            if (!Tree.text(set.spec(), "serviceName").isEmpty()) {
                spec.put("subdomain", Tree.text(set.spec(), "serviceName"));
            }
            Tree.children(spec, "volumes").addAll(volumes);
            control.api().create(control.kind("Pod"), pod);
            control.journal()
                    .normal(
                            set,
                            "SuccessfulCreate",
                            "create Pod %s in StatefulSet %s successful".formatted(name, set.name()));
        } catch (ClusterException refused) {
            control.journal()
                    .warning(
                            set,
                            "FailedCreate",
                            "create Pod %s in StatefulSet %s failed error: %s"
                                    .formatted(name, set.name(), refused.getMessage()));
            control.work().addAt(control.now().plus(NEXT_TRY), set.ref());
        }
    }

    /** Makes the pod's claims where they are missing; returns its volumes. */
    private List<Object> claims(Entity set, String pod) {
        var volumes = new ArrayList<Object>();
        for (var template : Tree.maps(set.spec(), "volumeClaimTemplates")) {
            var volume = Tree.text(template, "metadata", "name");
            var name = volume + "-" + pod;
            if (control.store()
                    .find(control.kind("PersistentVolumeClaim"), set.namespace(), name)
                    .isEmpty()) {
                var claim = Tree.copy(template);
                claim.remove("status");
                var metadata = Tree.child(claim, "metadata");
                metadata.put("name", name);
                metadata.put("namespace", set.namespace());
                var labels = Tree.child(metadata, "labels");
                Tree.map(set.spec(), "selector", "matchLabels").forEach(labels::putIfAbsent);
                control.api().create(control.kind("PersistentVolumeClaim"), claim);
            }
            volumes.add(Map.of("name", volume, "persistentVolumeClaim", Map.of("claimName", name)));
        }
        return volumes;
    }

    private void removeSurplus(Entity set, long wanted) {
        control.owned(set, "Pod").stream()
                .filter(pod -> ordinal(pod) >= wanted)
                .forEach(pod -> control.api().delete(pod.ref(), pod.uid(), null));
    }

    private void replaceOutdated(Entity set, long wanted) {
        if (Tree.text(set.spec(), "updateStrategy", "type").equals("OnDelete")) {
            return;
        }
        var current = revision(set);
        var first = Tree.number(set.spec(), 0, "updateStrategy", "rollingUpdate", "partition");
        for (var ordinal = wanted - 1; ordinal >= first; ordinal--) {
            var pod = pod(set, ordinal);
            if (pod.filter(found -> !current.equals(found.labels().get(REVISION)))
                    .isPresent()) {
                control.api().delete(pod.get().ref(), pod.get().uid(), null);
                return;
            }
            if (pod.filter(Pods::isReady).isEmpty()) {
                return;
            }
        }
    }

    private static long ordinal(Entity pod) {
        return Long.parseLong(pod.name().substring(pod.name().lastIndexOf('-') + 1));
    }

    private void tell(Entity set, long wanted) {
        var pods = LongStream.range(0, wanted)
                .mapToObj(ordinal -> pod(set, ordinal))
                .flatMap(Optional::stream)
                .toList();
        var ready = pods.stream().filter(Pods::isReady).count();
        var current = revision(set);
        var updated = pods.stream()
                .filter(pod -> current.equals(pod.labels().get(REVISION)))
                .count();
        control.status(set, status -> {
            status.put("observedGeneration", set.generation());
            status.put("replicas", (long) pods.size());
            status.put("readyReplicas", ready);
            status.put("availableReplicas", ready);
            status.put("updatedReplicas", updated);
            status.put("updateRevision", current);
            if (updated == wanted) {
                status.put("currentRevision", current);
                status.put("currentReplicas", updated);
            }
            status.put("collisionCount", 0L);
        });
    }
}
