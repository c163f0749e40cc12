package dev.slipway.cluster.sandbox.controller;

import dev.slipway.cluster.sandbox.api.Entity;
import dev.slipway.cluster.sandbox.api.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The volume controllers: claims get a volume of their class, and go when no pod uses them. */
final class Volumes {

    private final Control control;

    Volumes(Control control) {
        this.control = control;
    }

    void reconcile(Entity claim) {
        if (claim.isTerminating()) {
            if (!isUsed(claim)) {
                removeVolume(claim);
                control.store().remove(claim);
            }
            return;
        }
        if (Tree.text(claim.status(), "phase").equals("Bound")) {
            grow(claim);
        } else if (hasClass(claim) && control.hasPassed(control.pace().bind(), claim.createdAt(), claim)) {
            bind(claim);
        }
    }

    private boolean isUsed(Entity claim) {
        return control.store().list(control.kind("Pod"), claim.namespace()).stream()
                .filter(pod -> !Pods.isFinished(pod))
                .flatMap(pod -> Tree.maps(pod.spec(), "volumes").stream())
                .anyMatch(volume ->
                        Tree.text(volume, "persistentVolumeClaim", "claimName").equals(claim.name()));
    }

    private boolean hasClass(Entity claim) {
        var name = Tree.text(claim.spec(), "storageClassName");
        if (!name.isEmpty()
                && control.store().find(control.kind("StorageClass"), "", name).isPresent()) {
            return true;
        }
        if (name.isEmpty()) {
            control.journal()
                    .normal(
                            claim,
                            "FailedBinding",
                            "no persistent volumes available for this claim and no storage class is set");
        } else {
            control.journal()
                    .warning(
                            claim,
                            "ProvisioningFailed",
                            "storageclass.storage.k8s.io \"%s\" not found".formatted(name));
        }
        return false;
    }

    private void bind(Entity claim) {
        var name = "pvc-" + claim.uid();
        if (control.store().find(control.kind("PersistentVolume"), "", name).isEmpty()) {
            control.api().create(control.kind("PersistentVolume"), volume(claim, name));
        }
        control.journal().normal(claim, "ProvisioningSucceeded", "Successfully provisioned volume " + name);
        control.api().change(claim, content -> {
            Tree.child(content, "spec").put("volumeName", name);
            var status = Tree.child(content, "status");
            status.put("phase", "Bound");
            status.put("accessModes", new ArrayList<>(Tree.list(claim.spec(), "accessModes")));
            Tree.child(status, "capacity").put("storage", Tree.text(claim.spec(), "resources", "requests", "storage"));
        });
    }

    private static Map<String, Object> volume(Entity claim, String name) {
        var volume = new LinkedHashMap<String, Object>();
        volume.put("apiVersion", "v1");
        volume.put("kind", "PersistentVolume");
        Tree.child(volume, "metadata").put("name", name);
        var spec = Tree.child(volume, "spec");
        spec.put("accessModes", new ArrayList<>(Tree.list(claim.spec(), "accessModes")));
        spec.put("capacity", Tree.copy(Tree.map(claim.spec(), "resources", "requests")));
        spec.put("persistentVolumeReclaimPolicy", "Delete");
        spec.put("storageClassName", Tree.text(claim.spec(), "storageClassName"));
        Tree.child(spec, "hostPath").put("path", "/var/lib/volumes/" + name);
        var reference = Tree.child(spec, "claimRef");
        reference.put("apiVersion", "v1");
        reference.put("kind", "PersistentVolumeClaim");
        reference.put("namespace", claim.namespace());
        reference.put("name", claim.name());
        reference.put("uid", claim.uid());
        Tree.child(volume, "status").put("phase", "Bound");
        return volume;
    }

    private void grow(Entity claim) {
        control.status(
                claim,
                status -> Tree.child(status, "capacity")
                        .put("storage", Tree.text(claim.spec(), "resources", "requests", "storage")));
    }

    private void removeVolume(Entity claim) {
        for (var name : List.of(Tree.text(claim.spec(), "volumeName"))) {
            control.store().find(control.kind("PersistentVolume"), "", name).ifPresent(control.store()::remove);
        }
    }
}
