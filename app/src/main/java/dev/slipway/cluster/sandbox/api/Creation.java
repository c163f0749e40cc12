package dev.slipway.cluster.sandbox.api;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a new object gets besides its defaults: its identity and what belongs to its kind. */
final class Creation {

    private static final Set<String> WITH_GENERATION = Set.of(
            "Deployment",
            "ReplicaSet",
            "StatefulSet",
            "Job",
            "CronJob",
            "Pod",
            "NetworkPolicy",
            "Ingress",
            "PodDisruptionBudget");

    private final Store store;
    private final Schema schema;
    private final InstantSource clock;
    private final Randomness random;

    Creation(Store store, Schema schema, InstantSource clock, Randomness random) {
        this.store = store;
        this.schema = schema;
        this.clock = clock;
        this.random = random;
    }

    String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    void complete(Kind kind, Map<String, Object> object) {
        var metadata = Tree.child(object, "metadata");
        if (Tree.text(metadata, "name").isEmpty() && metadata.get("generateName") instanceof String prefix) {
            metadata.put("name", prefix + random.suffix(5));
        }
        metadata.put("uid", random.uid());
        metadata.put("creationTimestamp", now());
        if (WITH_GENERATION.contains(kind.kind())) {
            metadata.put("generation", 1L);
        }
        switch (kind.kind()) {
            case "Namespace" -> namespace(object, metadata);
            case "Service" -> {
                service(Tree.child(object, "spec"));
                Tree.child(object, "status", "loadBalancer");
            }
            case "PersistentVolumeClaim" -> claim(object, metadata);
            case "Job" -> job(object, metadata);
            case "Pod" -> {
                Tree.child(object, "status").putIfAbsent("phase", "Pending");
                Tree.child(object, "status").put("qosClass", PodResources.qualityOfService(Tree.map(object, "spec")));
            }
            case "Deployment", "ReplicaSet", "CronJob", "ResourceQuota" -> Tree.child(object, "status");
            case "StatefulSet" -> statefulSet(Tree.child(object, "status"));
            case "Ingress" -> Tree.child(object, "status", "loadBalancer");
            case "PodDisruptionBudget" ->
                List.of("currentHealthy", "desiredHealthy", "disruptionsAllowed", "expectedPods")
                        .forEach(count -> Tree.child(object, "status").put(count, 0L));
            case "HorizontalPodAutoscaler" -> Tree.child(object, "status").put("desiredReplicas", 0L);
            default -> {}
        }
    }

    /** A change of what is meant counts as a new generation. */
    void count(Kind kind, Map<String, Object> before, Map<String, Object> after) {
        if (WITH_GENERATION.contains(kind.kind()) && !Tree.map(before, "spec").equals(Tree.map(after, "spec"))) {
            Tree.child(after, "metadata").put("generation", Tree.number(before, 1, "metadata", "generation") + 1);
        }
    }

    private static void namespace(Map<String, Object> object, Map<String, Object> metadata) {
        Tree.child(metadata, "labels").put("kubernetes.io/metadata.name", Tree.text(metadata, "name"));
        Tree.child(object, "spec").put("finalizers", new ArrayList<Object>(List.of("kubernetes")));
        Tree.child(object, "status").put("phase", "Active");
    }

    private void service(Map<String, Object> spec) {
        if (Tree.text(spec, "type").equals("ExternalName")) {
            return;
        }
        if (Tree.text(spec, "clusterIP").isEmpty()) {
            spec.put("clusterIP", random.clusterAddress());
        }
        spec.putIfAbsent("clusterIPs", new ArrayList<Object>(List.of(Tree.text(spec, "clusterIP"))));
        spec.putIfAbsent("ipFamilies", new ArrayList<Object>(List.of("IPv4")));
        spec.putIfAbsent("ipFamilyPolicy", "SingleStack");
    }

    private void claim(Map<String, Object> object, Map<String, Object> metadata) {
        var finalizers = Tree.children(metadata, "finalizers");
        if (!finalizers.contains("kubernetes.io/pvc-protection")) {
            finalizers.add("kubernetes.io/pvc-protection");
        }
        if (!Tree.map(object, "spec").containsKey("storageClassName")) {
            store.list(schema.kind("StorageClass")).stream()
                    .filter(storage -> storage.annotation("storageclass.kubernetes.io/is-default-class")
                            .equals("true"))
                    .findFirst()
                    .ifPresent(storage -> Tree.child(object, "spec").put("storageClassName", storage.name()));
        }
        Tree.child(object, "status").put("phase", "Pending");
    }

    private static void statefulSet(Map<String, Object> status) {
        status.put("replicas", 0L);
        status.put("availableReplicas", 0L);
    }

    private static void job(Map<String, Object> object, Map<String, Object> metadata) {
        Tree.child(object, "status");
        if (Tree.flag(object, "spec", "manualSelector")) {
            return;
        }
        var uid = Tree.text(metadata, "uid");
        Tree.child(object, "spec", "selector", "matchLabels").put("batch.kubernetes.io/controller-uid", uid);
        var labels = Tree.child(object, "spec", "template", "metadata", "labels");
        labels.put("batch.kubernetes.io/controller-uid", uid);
        labels.put("batch.kubernetes.io/job-name", Tree.text(metadata, "name"));
        labels.put("controller-uid", uid);
        labels.put("job-name", Tree.text(metadata, "name"));
        if (Tree.map(metadata, "labels").isEmpty()) {
            metadata.put("labels", Tree.copy(labels));
        }
    }
}
