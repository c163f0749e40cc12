package dev.slipway.cluster.sandbox.api;

import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which field manager owns which fields, interior ones too, each written as in messages:
 * {@code .spec.template.spec.containers[name="main"].image}.
 */
public record Owners(SortedMap<String, Set<String>> byManager) {

    public static final Owners NOBODY = new Owners(Collections.emptySortedMap());

    public Owners(Map<String, Set<String>> byManager) {
        this(new TreeMap<>(byManager));
    }

    public Owners {
        byManager = Collections.unmodifiableSortedMap(byManager);
    }

    public Set<String> of(String manager) {
        return byManager.getOrDefault(manager, Set.of());
    }

    /** What all but this manager own. */
    Set<String> others(String manager) {
        var fields = new HashSet<String>();
        byManager.forEach((name, owned) -> {
            if (!name.equals(manager)) {
                fields.addAll(owned);
            }
        });
        return fields;
    }

    /** This manager owns exactly these; what it took over is no longer anybody else's. */
    Owners with(String manager, Set<String> fields, Set<String> takenOver) {
        var changed = new TreeMap<String, Set<String>>();
        byManager.forEach((name, owned) -> {
            var kept = new HashSet<>(owned);
            kept.removeAll(takenOver);
            if (!name.equals(manager) && !kept.isEmpty()) {
                changed.put(name, Set.copyOf(kept));
            }
        });
        changed.put(manager, Set.copyOf(fields));
        return new Owners(changed);
    }
}
