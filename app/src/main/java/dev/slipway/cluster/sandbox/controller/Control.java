package dev.slipway.cluster.sandbox.controller;

import dev.slipway.cluster.sandbox.api.ApiServer;
import dev.slipway.cluster.sandbox.api.Entity;
import dev.slipway.cluster.sandbox.api.Kind;
import dev.slipway.cluster.sandbox.api.Randomness;
import dev.slipway.cluster.sandbox.api.Schema;
import dev.slipway.cluster.sandbox.api.Store;
import dev.slipway.cluster.sandbox.api.Tree;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What every controller needs at hand. */
record Control(ApiServer api, InstantSource clock, Pace pace, Journal journal, Work work, Randomness random) {

    Store store() {
        return api.store();
    }

    Kind kind(String name) {
        return Schema.shipped().kind(name);
    }

    Instant now() {
        return clock.instant();
    }

    /** Whether that much time has gone by since; if not, looks at the object again when it has. */
    boolean hasPassed(Duration time, Instant since, Entity entity) {
        var due = since.plus(time);
        if (due.isAfter(now())) {
            work.addAt(due, entity.ref());
            return false;
        }
        return true;
    }

    Entity status(Entity entity, Consumer<Map<String, Object>> change) {
        return api.change(entity, content -> change.accept(Tree.child(content, "status")));
    }

    /** The objects of a kind that this one controls. */
    List<Entity> owned(Entity owner, String kind) {
        return store().dependentsOf(owner.uid()).stream()
                .filter(entity -> entity.kind().is(kind) && entity.isControlledBy(owner))
                .toList();
    }

    /** Metadata of an object that {@code owner} controls. */
    static Map<String, Object> metadata(Entity owner, String name, Map<String, ?> labels, Map<String, ?> annotations) {
        var metadata = new LinkedHashMap<String, Object>();
        metadata.put("name", name);
        metadata.put("namespace", owner.namespace());
        if (!labels.isEmpty()) {
            metadata.put("labels", new LinkedHashMap<>(labels));
        }
        if (!annotations.isEmpty()) {
            metadata.put("annotations", new LinkedHashMap<>(annotations));
        }
        metadata.put("ownerReferences", new ArrayList<Object>(List.of(reference(owner))));
        return metadata;
    }

    private static Map<String, Object> reference(Entity owner) {
        var reference = new LinkedHashMap<String, Object>();
        reference.put("apiVersion", owner.kind().apiVersion());
        reference.put("kind", owner.kind().kind());
        reference.put("name", owner.name());
        reference.put("uid", owner.uid());
        reference.put("controller", true);
        reference.put("blockOwnerDeletion", true);
        return reference;
    }

    /** A pod as a workload's template says, not yet created. */
    Map<String, Object> pod(Entity owner, String name, Map<String, ?> moreLabels) {
        var template = Tree.map(owner.spec(), "template");
        var labels = new LinkedHashMap<String, Object>(Tree.map(template, "metadata", "labels"));
        labels.putAll(moreLabels);
        var pod = new LinkedHashMap<String, Object>();
        pod.put("apiVersion", "v1");
        pod.put("kind", "Pod");
        pod.put("metadata", metadata(owner, name, labels, Tree.map(template, "metadata", "annotations")));
        pod.put("spec", Tree.copy(Tree.map(template, "spec")));
        return pod;
    }

    /** Sets a condition, keeping the time of its last change. */
    void condition(Map<String, Object> status, String type, boolean met, String reason, String message) {
        var conditions = Tree.children(status, "conditions");
        var old = conditions.stream()
                .filter(condition -> Tree.text(condition, "type").equals(type))
                .findFirst();
        var value = met ? "True" : "False";
        var condition = new LinkedHashMap<String, Object>();
        condition.put("type", type);
        condition.put("status", value);
        var unchanged = old.filter(before -> Tree.text(before, "status").equals(value));
        condition.put(
                "lastTransitionTime",
                unchanged.map(before -> Tree.text(before, "lastTransitionTime")).orElseGet(api::now));
        if (!reason.isEmpty()) {
            condition.put("reason", reason);
        }
        if (!message.isEmpty()) {
            condition.put("message", message);
        }
        if (old.isPresent()) {
            conditions.set(conditions.indexOf(old.get()), condition);
        } else {
            conditions.add(condition);
        }
    }
}
