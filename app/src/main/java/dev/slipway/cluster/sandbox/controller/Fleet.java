package dev.slipway.cluster.sandbox.controller;

import dev.slipway.cluster.sandbox.api.Entity;
import dev.slipway.cluster.sandbox.api.PodResources;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the pods on each node hold of it. */
public final class Fleet {

    private record Held(String node, SortedMap<String, BigDecimal> requests) {}

    private final Map<Entity.Ref, Held> pods = new HashMap<>();
    private final Map<String, Map<String, BigDecimal>> used = new HashMap<>();

    /** A pod was scheduled, has finished, or is there as before. */
    void changed(Entity pod) {
        var holds = Pods.isScheduled(pod) && !Pods.isFinished(pod);
        if (holds && !pods.containsKey(pod.ref())) {
            var requests = PodResources.requests(pod.spec());
            requests.put("pods", BigDecimal.ONE);
            pods.put(pod.ref(), new Held(Pods.node(pod), requests));
            requests.forEach((resource, amount) -> used.computeIfAbsent(Pods.node(pod), node -> new TreeMap<>())
                    .merge(resource, amount, BigDecimal::add));
        } else if (!holds) {
            removed(pod);
        }
    }

    void removed(Entity pod) {
        var held = pods.remove(pod.ref());
        if (held != null) {
            var sums = used.getOrDefault(held.node(), new TreeMap<>());
            held.requests().forEach((resource, amount) -> sums.merge(resource, amount.negate(), BigDecimal::add));
        }
    }

    public BigDecimal used(String node, String resource) {
        return used.getOrDefault(node, Map.of()).getOrDefault(resource, BigDecimal.ZERO);
    }
}
