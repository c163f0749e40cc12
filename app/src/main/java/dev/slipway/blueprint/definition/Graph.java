package dev.slipway.blueprint.definition;

import dev.slipway.blueprint.source.Code;
import dev.slipway.blueprint.source.Diagnostics;
import dev.slipway.blueprint.source.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The order of things that refer to each other. */
final class Graph {

    private final Map<String, Set<String>> references;
    private final Map<String, Integer> waves = new LinkedHashMap<>();
    private final Set<String> open = new LinkedHashSet<>();
    private final List<String> circle = new ArrayList<>();

    private Graph(Map<String, Set<String>> references) {
        this.references = references;
        references.keySet().forEach(this::wave);
    }

    /**
     * The wave of each, in an order in which each comes after those it refers to. A circle is said at its first member.
     */
    static Map<String, Integer> order(
            Map<String, Set<String>> references,
            Code code,
            String what,
            Function<String, Place> place,
            Diagnostics diagnostics) {
        var graph = new Graph(references);
        if (!graph.circle.isEmpty()) {
            diagnostics.error(
                    code,
                    place.apply(graph.circle.get(0)),
                    "%s refer to each other in a circle: %s.".formatted(what, String.join(" → ", graph.circle)));
        }
        return graph.waves;
    }

    private int wave(String name) {
        var known = waves.get(name);
        if (known != null) {
            return known;
        }
        if (!open.add(name)) {
            reportCircle(name);
            return 0;
        }
        int wave = 0;
        for (var other : new TreeSet<>(references.getOrDefault(name, Set.of()))) {
            if (references.containsKey(other)) {
                wave = Math.max(wave, wave(other) + 1);
            }
        }
        open.remove(name);
        waves.put(name, wave);
        return wave;
    }

    private void reportCircle(String name) {
        if (circle.isEmpty()) {
            var way = new ArrayList<>(open);
            circle.addAll(way.subList(way.indexOf(name), way.size()));
            circle.add(name);
        }
    }
}
