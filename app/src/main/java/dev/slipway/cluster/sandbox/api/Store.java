package dev.slipway.cluster.sandbox.api;

import dev.slipway.cluster.ObjectChange;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** All objects of a cluster. Not safe for many threads; the cluster's lock guards it. */
public final class Store {

    private final Map<Kind, NavigableMap<String, NavigableMap<String, Entity>>> objects = new HashMap<>();
    private final Map<String, Set<Entity.Ref>> dependents = new HashMap<>();
    private final BiConsumer<ObjectChange.Type, Entity> told;
    private long version;

    public Store(BiConsumer<ObjectChange.Type, Entity> told) {
        this.told = told;
    }

    public @Nullable Entity find(Entity.Ref ref) {
        return in(ref.kind(), ref.namespace()).get(ref.name());
    }

    public Optional<Entity> find(Kind kind, String namespace, String name) {
        return Optional.ofNullable(find(new Entity.Ref(kind, namespace, name)));
    }

    public List<Entity> list(Kind kind, String namespace) {
        return List.copyOf(in(kind, namespace).values());
    }

    public List<Entity> list(Kind kind) {
        return objects.getOrDefault(kind, new TreeMap<>()).values().stream()
                .map(Map::values)
                .flatMap(Collection::stream)
                .toList();
    }

    /** Everything in a namespace. */
    public List<Entity> inNamespace(String namespace) {
        return objects.values().stream()
                .map(spaces -> spaces.get(namespace))
                .flatMap(found -> found == null ? java.util.stream.Stream.empty() : found.values().stream())
                .filter(entity -> entity.kind().namespaced())
                .toList();
    }

    public List<Entity> all() {
        return objects.keySet().stream().flatMap(kind -> list(kind).stream()).toList();
    }

    public int size() {
        return objects.values().stream()
                .flatMap(spaces -> spaces.values().stream())
                .mapToInt(Map::size)
                .sum();
    }

    public List<Entity> dependentsOf(String uid) {
        return dependents.getOrDefault(uid, Set.of()).stream()
                .map(this::find)
                .flatMap(found -> Optional.ofNullable(found).stream())
                .toList();
    }

    public long version() {
        return version;
    }

    /** Keeps the object under a new resource version. */
    public Entity put(Entity entity) {
        var content = Tree.copy(entity.content());
        Tree.child(content, "metadata").put("resourceVersion", Long.toString(++version));
        var kept = new Entity(entity.kind(), Tree.frozen(content), entity.owners());
        var before = space(kept.ref()).put(kept.name(), kept);
        index(kept);
        told.accept(before == null ? ObjectChange.Type.ADDED : ObjectChange.Type.MODIFIED, kept);
        return kept;
    }

    public void remove(Entity entity) {
        var gone = space(entity.ref()).remove(entity.name());
        if (gone != null) {
            version++;
            forget(gone);
            told.accept(ObjectChange.Type.DELETED, gone);
        }
    }

    /** Puts back what a snapshot kept, as it was, telling nobody. */
    public void restore(Entity entity) {
        version = Math.max(version, Long.parseLong(Tree.text(entity.content(), "metadata", "resourceVersion")));
        var kept = new Entity(entity.kind(), Tree.frozen(entity.content()), entity.owners());
        space(kept.ref()).put(kept.name(), kept);
        index(kept);
    }

    private void index(Entity entity) {
        for (var owner : entity.ownerReferences()) {
            dependents
                    .computeIfAbsent(Tree.text(owner, "uid"), uid -> new LinkedHashSet<>())
                    .add(entity.ref());
        }
    }

    private void forget(Entity entity) {
        for (var owner : entity.ownerReferences()) {
            var siblings = dependents.get(Tree.text(owner, "uid"));
            if (siblings != null && siblings.remove(entity.ref()) && siblings.isEmpty()) {
                dependents.remove(Tree.text(owner, "uid"));
            }
        }
    }

    private NavigableMap<String, Entity> in(Kind kind, String namespace) {
        var spaces = objects.get(kind);
        var found = spaces == null ? null : spaces.get(namespace);
        return found == null ? new TreeMap<>() : found;
    }

    private NavigableMap<String, Entity> space(Entity.Ref ref) {
        return objects.computeIfAbsent(ref.kind(), kind -> new TreeMap<>())
                .computeIfAbsent(ref.namespace(), namespace -> new TreeMap<>());
    }
}
