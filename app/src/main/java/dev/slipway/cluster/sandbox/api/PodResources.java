package dev.slipway.cluster.sandbox.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a pod asks for, as scheduler and quota add it up. */
public final class PodResources {

    private static final List<String> COUNTED = List.of("cpu", "memory");

    private PodResources() {}

    public static SortedMap<String, BigDecimal> requests(Map<String, Object> podSpec) {
        return sum(podSpec, "requests");
    }

    static SortedMap<String, BigDecimal> limits(Map<String, Object> podSpec) {
        return sum(podSpec, "limits");
    }

    /** {@code Guaranteed}, {@code Burstable} or {@code BestEffort}. */
    static String qualityOfService(Map<String, Object> podSpec) {
        var containers = new ArrayList<>(Tree.maps(podSpec, "containers"));
        containers.addAll(Tree.maps(podSpec, "initContainers"));
        var none = containers.stream()
                .allMatch(container -> List.of("requests", "limits").stream()
                        .noneMatch(which -> Tree.map(container, "resources", which).keySet().stream()
                                .anyMatch(COUNTED::contains)));
        if (none) {
            return "BestEffort";
        }
        var guaranteed = containers.stream()
                .allMatch(container -> COUNTED.stream().allMatch(resource -> {
                    var limit = Tree.at(container, "resources", "limits", resource);
                    return limit != null && limit.equals(Tree.at(container, "resources", "requests", resource));
                }));
        return guaranteed ? "Guaranteed" : "Burstable";
    }

    private static SortedMap<String, BigDecimal> sum(Map<String, Object> podSpec, String which) {
        var sum = new TreeMap<String, BigDecimal>();
        for (var container : Tree.maps(podSpec, "containers")) {
            add(sum, Tree.map(container, "resources", which));
        }
        var beside = new TreeMap<String, BigDecimal>();
        for (var container : Tree.maps(podSpec, "initContainers")) {
            var own = new TreeMap<String, BigDecimal>();
            add(own, Tree.map(container, "resources", which));
            if (Tree.text(container, "restartPolicy").equals("Always")) {
                add(sum, own);
                add(beside, own);
            } else {
                beside.forEach((resource, amount) -> own.merge(resource, amount, BigDecimal::add));
                own.forEach((resource, amount) -> sum.merge(resource, amount, BigDecimal::max));
            }
        }
        return sum;
    }

    private static void add(Map<String, BigDecimal> sum, Map<String, ?> amounts) {
        amounts.forEach((resource, amount) -> sum.merge(resource, Quantities.parse(amount), BigDecimal::add));
    }
}
