package dev.slipway.cluster.sandbox.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An object as it is stored.
 *
 * @param content the whole object, not to be altered
 * @param owners which field manager owns which fields
 */
public record Entity(Kind kind, Map<String, Object> content, Owners owners) {

    /** Names a stored object; the namespace is empty for what has none. */
    public record Ref(Kind kind, String namespace, String name) {}

    public Ref ref() {
        return new Ref(kind, namespace(), name());
    }

    public String namespace() {
        return Tree.text(content, "metadata", "namespace");
    }

    public String name() {
        return Tree.text(content, "metadata", "name");
    }

    public String uid() {
        return Tree.text(content, "metadata", "uid");
    }

    public Map<String, String> labels() {
        return Tree.texts(content, "metadata", "labels");
    }

    public String annotation(String name) {
        return Tree.text(content, "metadata", "annotations", name);
    }

    public Map<String, Object> spec() {
        return Tree.map(content, "spec");
    }

    public Map<String, Object> status() {
        return Tree.map(content, "status");
    }

    public boolean isTerminating() {
        return !Tree.text(content, "metadata", "deletionTimestamp").isEmpty();
    }

    public Instant createdAt() {
        return Instant.parse(Tree.text(content, "metadata", "creationTimestamp"));
    }

    public long generation() {
        return Tree.number(content, 0, "metadata", "generation");
    }

    public List<Map<String, Object>> ownerReferences() {
        return Tree.maps(content, "metadata", "ownerReferences");
    }

    public Optional<Map<String, Object>> controller() {
        return ownerReferences().stream()
                .filter(owner -> Tree.flag(owner, "controller"))
                .findFirst();
    }

    public boolean isControlledBy(Entity owner) {
        return controller()
                .filter(reference -> Tree.text(reference, "uid").equals(owner.uid()))
                .isPresent();
    }
}
