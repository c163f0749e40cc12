package dev.slipway.cluster.sandbox;

import dev.slipway.cluster.ApplyOptions;
import dev.slipway.cluster.sandbox.api.ApiServer;
import dev.slipway.cluster.sandbox.api.Entity;
import dev.slipway.cluster.sandbox.api.Tree;
import java.util.List;
import java.util.Map;

/** What a cluster has before anybody uses it: nodes, namespaces, a storage class, the usual cluster roles. */
final class Furnishing {

    private static final List<String> READ = List.of("get", "list", "watch");
    private static final List<String> ALL = List.of("*");

    private Furnishing() {}

    static void furnish(ApiServer api, List<SandboxNode> nodes) {
        for (var name : List.of("default", "kube-system", "kube-public", "kube-node-lease")) {
            keep(api, Map.of("apiVersion", "v1", "kind", "Namespace", "metadata", Map.of("name", name)));
        }
        storageClass(api, "standard", Map.of("storageclass.kubernetes.io/is-default-class", "true"));
        storageClass(api, "encrypted", Map.of());
        role(api, "cluster-admin", ALL, ALL);
        role(api, "admin", ALL, List.of("get", "list", "watch", "create", "update", "patch", "delete"));
        role(api, "edit", ALL, List.of("get", "list", "watch", "create", "update", "patch", "delete"));
        role(api, "view", List.of("pods", "pods/log", "services", "configmaps", "deployments", "jobs"), READ);
        replaceNodes(api, nodes);
    }

    private static void storageClass(ApiServer api, String name, Map<String, String> annotations) {
        keep(
                api,
                Map.of(
                        "apiVersion",
                        "storage.k8s.io/v1",
                        "kind",
                        "StorageClass",
                        "metadata",
                        Map.of("name", name, "annotations", annotations),
                        "provisioner",
                        "sandbox.slipway.dev/volumes",
                        "reclaimPolicy",
                        "Delete",
                        "volumeBindingMode",
                        "Immediate",
                        "allowVolumeExpansion",
                        true));
    }

    private static void role(ApiServer api, String name, List<String> resources, List<String> verbs) {
        keep(
                api,
                Map.of(
                        "apiVersion",
                        "rbac.authorization.k8s.io/v1",
                        "kind",
                        "ClusterRole",
                        "metadata",
                        Map.of("name", name),
                        "rules",
                        List.of(Map.of("apiGroups", ALL, "resources", resources, "verbs", verbs))));
    }

    private static void keep(ApiServer api, Map<String, ?> manifest) {
        api.apply(manifest, ApplyOptions.OWN.byManager("sandbox"));
    }

    /** Nodes come from the settings, whatever a snapshot says. */
    private static void replaceNodes(ApiServer api, List<SandboxNode> nodes) {
        var kind = api.served("v1", "Node");
        var wanted = nodes.stream().map(SandboxNode::name).toList();
        for (Entity node : api.store().list(kind)) {
            if (!wanted.contains(node.name())) {
                api.store().remove(node);
            }
        }
        for (var node : nodes) {
            var known = api.store().find(kind, "", node.name());
            if (known.isEmpty()) {
                api.create(kind, node.manifest());
            } else {
                api.change(known.get(), content -> {
                    var now = Tree.copy(node.manifest());
                    content.put("spec", Tree.child(now, "spec"));
                    content.put("status", Tree.child(now, "status"));
                    Tree.child(content, "metadata").put("labels", Tree.child(now, "metadata", "labels"));
                });
            }
        }
    }
}
