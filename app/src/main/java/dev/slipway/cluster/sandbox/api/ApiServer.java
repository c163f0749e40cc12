package dev.slipway.cluster.sandbox.api;

import dev.slipway.cluster.Applied;
import dev.slipway.cluster.ApplyOptions;
import dev.slipway.cluster.ClusterException;
import dev.slipway.cluster.Manifest;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes requests as a real API server does: access, types, merge, defaults, admission, validity, and only then the store. */
public final class ApiServer {

    private final Schema schema = Schema.shipped();
    private final Store store;
    private final Access access;
    private final Admission admission;
    private final Creation creation;

    public ApiServer(Store store, InstantSource clock, Randomness random) {
        this.store = store;
        access = new Access(store, schema);
        admission = new Admission(store, schema);
        creation = new Creation(store, schema, clock, random);
    }

    public Store store() {
        return store;
    }

    public Access access() {
        return access;
    }

    public Kind served(String apiVersion, String kind) {
        return schema.find(apiVersion, kind).orElseThrow(() -> Messages.notServed(apiVersion, kind));
    }

    /** As things are now, to the second. */
    public String now() {
        return creation.now();
    }

    /** Server-side apply. */
    public Applied apply(Map<String, ?> manifest, ApplyOptions options) {
        var meant = Tree.copy(manifest);
        var kind = served(Tree.text(meant, "apiVersion"), Tree.text(meant, "kind"));
        var ref = named(kind, meant);
        allow(options.asUser(), "patch", ref);
        var type = schema.type(kind);
        TypeCheck.require(kind, type, meant);
        Defaults.canonicalQuantities(type, meant);
        var live = store.find(ref);
        requireTheOneMeant(meant, live, ref);
        withoutIdentity(meant);
        var merged = new ServerSideApply(type, options.fieldManager(), options.force())
                .onto(live == null ? Map.of() : live.content(), live == null ? Owners.NOBODY : live.owners(), meant);
        var entity = live == null
                ? created(kind, merged.content(), merged.owners(), options)
                : changed(live, merged.content(), merged.owners());
        var warnings = admission.warnings(kind, entity.content());
        var isNew = live == null
                || !entity.content().equals(live.content())
                || !entity.owners().equals(live.owners());
        var kept = isNew && !options.dryRun() ? store.put(entity) : entity;
        return new Applied(new Manifest(kept.content()), warnings);
    }

    private static Entity.Ref named(Kind kind, Map<String, Object> meant) {
        var name = Tree.text(meant, "metadata", "name");
        var namespace = Tree.text(meant, "metadata", "namespace");
        if (kind.namespaced() && namespace.isEmpty()) {
            throw Messages.invalid(
                    kind, name, List.of(new ClusterException.FieldProblem("metadata.namespace", "Required value")));
        }
        return new Entity.Ref(kind, kind.namespaced() ? namespace : "", name);
    }

    private static void requireTheOneMeant(Map<String, Object> meant, @Nullable Entity live, Entity.Ref ref) {
        var resource = ref.kind().resource();
        var uid = Tree.text(meant, "metadata", "uid");
        if (!uid.isEmpty() && (live == null || !live.uid().equals(uid))) {
            throw new ClusterException.Conflict(
                    live == null
                            ? ("Operation cannot be fulfilled on %s \"%s\": uid mismatch: the provided object specified uid"
                                            + " %s, and no existing object was found")
                                    .formatted(resource, ref.name(), uid)
                            : "%s \"%s\" is invalid: metadata.uid: Invalid value: \"%s\": field is immutable"
                                    .formatted(ref.kind().groupKind(), ref.name(), uid));
        }
        var version = Tree.text(meant, "metadata", "resourceVersion");
        if (!version.isEmpty()
                && (live == null
                        || !Tree.text(live.content(), "metadata", "resourceVersion")
                                .equals(version))) {
            throw new ClusterException.Transient(
                    ("Operation cannot be fulfilled on %s \"%s\": the object has been modified; please apply your changes to"
                                    + " the latest version and try again")
                            .formatted(resource, ref.name()));
        }
    }

    private static void withoutIdentity(Map<String, Object> meant) {
        meant.remove("status");
        var metadata = Tree.child(meant, "metadata");
        for (var field : List.of("uid", "resourceVersion", "creationTimestamp", "generation", "managedFields")) {
            metadata.remove(field);
        }
    }

    private Entity created(Kind kind, Map<String, Object> content, Owners owners, ApplyOptions options) {
        admission.requireNamespace(kind, content);
        allow(options.asUser(), "create", named(kind, content));
        return admitted(kind, content, owners, options.dryRun());
    }

    private Entity admitted(Kind kind, Map<String, Object> content, Owners owners, boolean dryRun) {
        var object = new LinkedHashMap<String, Object>();
        object.put("apiVersion", kind.apiVersion());
        object.put("kind", kind.kind());
        object.putAll(content);
        Defaults.fill(kind, schema.type(kind), object);
        creation.complete(kind, object);
        admission.alter(kind, object);
        Validation.require(kind, schema.type(kind), object);
        admission.admit(kind, object, Map.of(), dryRun);
        return new Entity(kind, object, owners);
    }

    private Entity changed(Entity live, Map<String, Object> content, Owners owners) {
        var kind = live.kind();
        Defaults.fill(kind, schema.type(kind), content);
        creation.count(kind, live.content(), content);
        Validation.require(kind, schema.type(kind), content);
        Immutables.require(kind, live.content(), content);
        admission.admit(kind, content, live.content(), false);
        return new Entity(kind, content, owners);
    }

    /** Creates an object for a controller. */
    public Entity create(Kind kind, Map<String, Object> content) {
        admission.requireNamespace(kind, content);
        return store.put(admitted(kind, Tree.copy(content), Owners.NOBODY, false));
    }

    /** Changes an object for a controller, when that makes a difference. */
    public Entity change(Entity entity, Consumer<Map<String, Object>> change) {
        var content = Tree.copy(entity.content());
        change.accept(content);
        if (content.equals(entity.content())) {
            return entity;
        }
        creation.count(entity.kind(), entity.content(), content);
        return store.put(new Entity(entity.kind(), content, entity.owners()));
    }

    /** Deletes the object; what has finalizers, or is a running pod, goes later. */
    public boolean delete(Entity.Ref ref, @Nullable String uid, @Nullable String asUser) {
        allow(asUser, "delete", ref);
        var entity = store.find(ref);
        if (entity == null || (uid != null && !uid.equals(entity.uid()))) {
            return false;
        }
        if (entity.isTerminating()) {
            return true;
        }
        if (goesLater(entity)) {
            change(entity, content -> {
                Tree.child(content, "metadata").put("deletionTimestamp", now());
                if (entity.kind().is("Pod")) {
                    Tree.child(content, "metadata").put("deletionGracePeriodSeconds", 30L);
                }
                if (entity.kind().is("Namespace")) {
                    Tree.child(content, "status").put("phase", "Terminating");
                }
            });
        } else {
            store.remove(entity);
        }
        return true;
    }

    private static boolean goesLater(Entity entity) {
        return switch (entity.kind().kind()) {
            case "Namespace" -> true;
            case "Pod" -> !Tree.text(entity.spec(), "nodeName").isEmpty();
            default -> !Tree.list(entity.content(), "metadata", "finalizers").isEmpty();
        };
    }

    private void allow(@Nullable String user, String verb, Entity.Ref ref) {
        if (user == null) {
            return;
        }
        var kind = ref.kind();
        var namespace = kind.namespaced() ? ref.namespace() : null;
        var attempt = new Access.Attempt(verb, kind.group(), kind.plural(), namespace, ref.name());
        if (!access.may(user, List.of(), attempt)) {
            throw Messages.forbidden(user, verb, kind, namespace, ref.name());
        }
    }
}
