package dev.slipway.cluster.sandbox.api;

import dev.slipway.cluster.ClusterException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The admission plugins that matter here: namespace life cycle, service accounts, limit ranges, quotas. */
final class Admission {

    private final Store store;
    private final Schema schema;
    private final Quotas quotas;

    Admission(Store store, Schema schema) {
        this.store = store;
        this.schema = schema;
        this.quotas = new Quotas(store);
    }

    void requireNamespace(Kind kind, Map<String, Object> object) {
        if (!kind.namespaced()) {
            return;
        }
        var name = Tree.text(object, "metadata", "namespace");
        var namespace = store.find(schema.kind("Namespace"), "", name)
                .orElseThrow(() -> Messages.notFound(schema.kind("Namespace"), name));
        if (namespace.isTerminating()) {
            throw new ClusterException.Transient(
                    "%s is forbidden: unable to create new content in namespace %s because it is being terminated"
                            .formatted(Messages.name(kind, object), name));
        }
    }

    /** What admission writes into a new object. */
    void alter(Kind kind, Map<String, Object> object) {
        if (!kind.is("Pod")) {
            return;
        }
        var spec = Tree.child(object, "spec");
        if (Tree.text(spec, "serviceAccountName").isEmpty()) {
            spec.put("serviceAccountName", "default");
            spec.put("serviceAccount", "default");
        }
        spec.putIfAbsent("priority", 0L);
        spec.putIfAbsent("preemptionPolicy", "PreemptLowerPriority");
        tolerate(spec, "node.kubernetes.io/not-ready");
        tolerate(spec, "node.kubernetes.io/unreachable");
        LimitRanges.fill(ranges(object), object);
    }

    /** A node that is gone for five minutes loses its pods. */
    private static void tolerate(Map<String, Object> spec, String taint) {
        var known = Tree.maps(spec, "tolerations").stream()
                .anyMatch(toleration -> Tree.text(toleration, "key").equals(taint));
        if (!known) {
            var toleration = new LinkedHashMap<String, Object>();
            toleration.put("key", taint);
            toleration.put("operator", "Exists");
            toleration.put("effect", "NoExecute");
            toleration.put("tolerationSeconds", 300L);
            Tree.children(spec, "tolerations").add(toleration);
        }
    }

    void admit(Kind kind, Map<String, Object> object, Map<String, Object> before, boolean dryRun) {
        if (before.isEmpty() && kind.is("Pod")) {
            requireServiceAccount(object);
        }
        if (before.isEmpty() || kind.is("PersistentVolumeClaim")) {
            if (kind.is("Pod") || kind.is("PersistentVolumeClaim")) {
                LimitRanges.admit(kind, ranges(object), object);
            }
            if (!dryRun && kind.namespaced()) {
                quotas.admit(kind, object, before);
            }
        }
    }

    List<String> warnings(Kind kind, Map<String, Object> object) {
        return List.of();
    }

    private void requireServiceAccount(Map<String, Object> pod) {
        var namespace = Tree.text(pod, "metadata", "namespace");
        var name = Tree.text(pod, "spec", "serviceAccountName");
        if (store.find(schema.kind("ServiceAccount"), namespace, name).isEmpty()) {
            throw new ClusterException.Forbidden(
                    "%s is forbidden: error looking up service account %s/%s: serviceaccount \"%s\" not found"
                            .formatted(Messages.name(schema.kind("Pod"), pod), namespace, name, name),
                    false);
        }
    }

    private List<Entity> ranges(Map<String, Object> object) {
        return store.list(schema.kind("LimitRange"), Tree.text(object, "metadata", "namespace"));
    }
}
