package dev.slipway.cluster.sandbox.controller;

import dev.slipway.cluster.sandbox.api.Entity;
import dev.slipway.cluster.sandbox.api.Tree;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The namespace controller: what every namespace gets, and its end with everything in it. */
final class Namespaces {

    private final Control control;

    Namespaces(Control control) {
        this.control = control;
    }

    void reconcile(Entity namespace) {
        if (namespace.isTerminating()) {
            end(namespace);
        } else {
            provide(namespace, "ServiceAccount", "default");
            provide(namespace, "ConfigMap", "kube-root-ca.crt");
        }
    }

    private void provide(Entity namespace, String kind, String name) {
        if (control.store().find(control.kind(kind), namespace.name(), name).isPresent()) {
            return;
        }
        var object = new LinkedHashMap<String, Object>();
        object.put("apiVersion", "v1");
        object.put("kind", kind);
        object.put("metadata", Map.of("name", name, "namespace", namespace.name()));
        control.api().create(control.kind(kind), object);
    }

    private void end(Entity namespace) {
        var left = control.store().inNamespace(namespace.name());
        left.stream()
                .filter(entity -> !entity.isTerminating())
                .forEach(entity -> control.api().delete(entity.ref(), entity.uid(), null));
        var deleted = Instant.parse(Tree.text(namespace.content(), "metadata", "deletionTimestamp"));
        if (control.store().inNamespace(namespace.name()).isEmpty()
                && control.hasPassed(control.pace().stop(), deleted, namespace)) {
            control.journal().forget(namespace.name());
            control.store().remove(namespace);
        }
    }
}
