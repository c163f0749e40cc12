package dev.slipway.cluster.sandbox.api;

import dev.slipway.cluster.ClusterException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Merges what a field manager means into what is there, as structured-merge-diff does. */
final class ServerSideApply {

    private final Type type;
    private final String manager;
    private final boolean force;

    ServerSideApply(Type type, String manager, boolean force) {
        this.type = type;
        this.manager = manager;
        this.force = force;
    }

    record Merged(Map<String, Object> content, Owners owners) {}

    Merged onto(Map<String, Object> live, Owners owners, Map<String, Object> meant) {
        var now = Fields.of(type, meant);
        var conflicts = conflicts(Fields.of(type, live), owners, now);
        if (!conflicts.isEmpty() && !force) {
            throw new ClusterException.Conflict(message(conflicts));
        }
        var merged = mergeFields(type, live, meant);
        giveUp(merged, owners, now.paths());
        var taken = new HashSet<String>();
        conflicts.values().forEach(taken::addAll);
        return new Merged(merged, owners.with(manager, now.paths(), taken));
    }

    /** What is left after a manager wrote without applying: it owns what it changed, and no one else does. */
    Owners updated(Map<String, Object> before, Owners owners, Map<String, Object> after) {
        var old = Fields.of(type, before).leaves();
        var changed = new HashSet<String>();
        Fields.of(type, after).leaves().forEach((path, value) -> {
            if (!value.equals(old.get(path))) {
                changed.add(path);
            }
        });
        var mine = new HashSet<>(owners.of(manager));
        mine.addAll(changed);
        Fields.of(type, after).paths().stream()
                .filter(path -> changed.stream().anyMatch(leaf -> leaf.startsWith(path)))
                .forEach(mine::add);
        return owners.with(manager, mine, changed);
    }

    private Map<String, Set<String>> conflicts(Fields live, Owners owners, Fields now) {
        var conflicts = new TreeMap<String, Set<String>>();
        now.leaves().forEach((path, value) -> {
            if (!value.equals(live.leaves().get(path))) {
                owners.byManager().forEach((other, owned) -> {
                    if (!other.equals(manager) && owned.contains(path)) {
                        conflicts
                                .computeIfAbsent(other, name -> new TreeSet<>())
                                .add(path);
                    }
                });
            }
        });
        return conflicts;
    }

    private static String message(Map<String, Set<String>> conflicts) {
        var told = new ArrayList<String>();
        conflicts.forEach(
                (other, paths) -> paths.forEach(path -> told.add("conflict with \"%s\": %s".formatted(other, path))));
        return "Apply failed with %d conflict%s: %s"
                .formatted(told.size(), told.size() == 1 ? "" : "s", String.join(", ", told));
    }

    private Object merge(Type type, Object live, Object meant) {
        return switch (type.shape()) {
            case FIELDS -> mergeFields(type, Tree.map(live), Tree.map(meant));
            case KEYED_LIST, SET -> mergeItems(type, Tree.list(live), Tree.list(meant));
            case TEXT, NUMBER, TRUTH, QUANTITY, ANY, ATOMIC -> Tree.copyOf(meant);
        };
    }

    private Map<String, Object> mergeFields(Type type, Map<String, Object> live, Map<String, Object> meant) {
        var merged = new LinkedHashMap<String, Object>();
        live.forEach((name, value) -> merged.put(name, Tree.copyOf(value)));
        meant.forEach((name, value) -> {
            var old = live.get(name);
            var field = type.field(name);
            merged.put(name, old == null || field == null ? Tree.copyOf(value) : merge(field, old, value));
        });
        return merged;
    }

    /** Keeps the order that is meant, with what only others have at the place where it was. */
    private List<Object> mergeItems(Type type, List<Object> live, List<Object> meant) {
        var old = keyed(type, live);
        var wanted = keyed(type, meant);
        var merged = new LinkedHashMap<String, Object>();
        var next = old.entrySet().iterator();
        for (var item : wanted.entrySet()) {
            while (next.hasNext() && !merged.containsKey(item.getKey())) {
                var left = next.next();
                if (wanted.containsKey(left.getKey())) {
                    break;
                }
                merged.put(left.getKey(), left.getValue());
            }
            var before = old.get(item.getKey());
            merged.put(
                    item.getKey(),
                    before == null ? Tree.copyOf(item.getValue()) : merge(type.items(), before, item.getValue()));
        }
        old.forEach((key, item) -> {
            if (!wanted.containsKey(key)) {
                merged.putIfAbsent(key, item);
            }
        });
        return new ArrayList<>(merged.values());
    }

    private static Map<String, Object> keyed(Type list, List<Object> items) {
        var keyed = new LinkedHashMap<String, Object>();
        for (var item : items) {
            keyed.put(Fields.element(list, item).orElse("[" + keyed.size() + "]"), Tree.copyOf(item));
        }
        return keyed;
    }

    /** Removes what this manager meant before, means no longer, and no one else owns. */
    private void giveUp(Map<String, Object> merged, Owners owners, Set<String> now) {
        var gone = new HashSet<>(owners.of(manager));
        gone.removeAll(now);
        gone.removeAll(owners.others(manager));
        if (!gone.isEmpty()) {
            removeFields(type, merged, "", gone);
        }
    }

    private void removeFields(Type type, Map<String, Object> node, String path, Set<String> gone) {
        for (var name : List.copyOf(node.keySet())) {
            var field = type.field(name);
            var child = path + "." + name;
            if (field == null) {
                continue;
            }
            if (gone.contains(child)) {
                node.remove(name);
            } else if (remove(field, Objects.requireNonNull(node.get(name)), child, gone)) {
                node.remove(name);
            }
        }
    }

    /** Returns whether nothing is left by the removal. */
    private boolean remove(Type type, Object node, String path, Set<String> gone) {
        if (node instanceof Map<?, ?> && type.shape() == Type.Shape.FIELDS) {
            @SuppressWarnings("unchecked")
            var map = (Map<String, Object>) node;
            var wasEmpty = map.isEmpty();
            removeFields(type, map, path, gone);
            return map.isEmpty() && !wasEmpty;
        }
        if (node instanceof List<?> list && (type.shape() == Type.Shape.KEYED_LIST || type.shape() == Type.Shape.SET)) {
            var wasEmpty = list.isEmpty();
            list.removeIf(item -> {
                var element = path + Fields.element(type, item).orElse("");
                var keyed = type.shape() == Type.Shape.KEYED_LIST;
                return gone.contains(element) || (keyed && remove(type.items(), item, element, gone));
            });
            return list.isEmpty() && !wasEmpty;
        }
        return false;
    }
}
