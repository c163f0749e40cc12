package dev.slipway.cluster.sandbox.api;

import dev.slipway.cluster.ClusterException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** LimitRange: what containers get that say nothing, and the refusal of what is out of bounds. */
final class LimitRanges {

    private LimitRanges() {}

    /** Gives a pod's containers the namespace's defaults. */
    static void fill(List<Entity> ranges, Map<String, Object> pod) {
        for (var range : ranges) {
            for (var limits : Tree.maps(range.spec(), "limits")) {
                if (Tree.text(limits, "type").equals("Container")) {
                    fill(limits, pod);
                }
            }
        }
    }

    private static void fill(Map<String, Object> limits, Map<String, Object> pod) {
        var set = new ArrayList<String>();
        for (var list : List.of("containers", "initContainers")) {
            for (var container : Tree.maps(pod, "spec", list)) {
                var what =
                        (list.equals("containers") ? "container " : "init container ") + Tree.text(container, "name");
                fill(container, "requests", Tree.map(limits, "defaultRequest"), " request for " + what, set);
                fill(container, "limits", Tree.map(limits, "default"), " limit for " + what, set);
            }
        }
        if (!set.isEmpty()) {
            Tree.child(pod, "metadata", "annotations")
                    .put("kubernetes.io/limit-ranger", "LimitRanger plugin set: " + String.join("; ", set));
        }
    }

    private static void fill(
            Map<String, Object> container, String which, Map<String, Object> standard, String told, List<String> set) {
        standard.forEach((resource, amount) -> {
            if (!Tree.map(container, "resources", which).containsKey(resource)) {
                Tree.child(container, "resources", which).put(resource, amount);
                set.add(resource + told);
            }
        });
    }

    static void admit(Kind kind, List<Entity> ranges, Map<String, Object> object) {
        var problems = new ArrayList<String>();
        for (var range : ranges) {
            for (var limits : Tree.maps(range.spec(), "limits")) {
                var type = Tree.text(limits, "type");
                if (kind.is("PersistentVolumeClaim") && type.equals("PersistentVolumeClaim")) {
                    check(limits, Tree.map(object, "spec", "resources"), problems);
                } else if (kind.is("Pod") && type.equals("Container")) {
                    for (var list : List.of("containers", "initContainers")) {
                        Tree.maps(object, "spec", list)
                                .forEach(container -> check(limits, Tree.map(container, "resources"), problems));
                    }
                } else if (kind.is("Pod") && type.equals("Pod")) {
                    var spec = Tree.map(object, "spec");
                    check(
                            limits,
                            Map.of("requests", PodResources.requests(spec), "limits", PodResources.limits(spec)),
                            problems);
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new ClusterException.Forbidden(
                    "%s is forbidden: %s"
                            .formatted(
                                    Messages.name(kind, object),
                                    problems.size() == 1
                                            ? problems.getFirst()
                                            : "[" + String.join(", ", problems) + "]"),
                    false);
        }
    }

    private static void check(Map<String, Object> limits, Map<String, ?> resources, List<String> problems) {
        var type = Tree.text(limits, "type");
        var claim = type.equals("PersistentVolumeClaim");
        Tree.map(limits, "min").forEach((resource, least) -> {
            var requested = Tree.at(resources, "requests", resource);
            if (requested == null) {
                problems.add(
                        "minimum %s usage per %s is %s.  No request is specified".formatted(resource, type, least));
            } else if (amount(requested).compareTo(amount(least)) < 0) {
                problems.add("minimum %s usage per %s is %s, but request is %s"
                        .formatted(resource, type, least, written(requested, resource)));
            }
        });
        Tree.map(limits, "max").forEach((resource, most) -> {
            var which = claim ? "request" : "limit";
            var asked = Tree.at(resources, which + "s", resource);
            if (asked == null) {
                problems.add(
                        "maximum %s usage per %s is %s.  No %s is specified".formatted(resource, type, most, which));
            } else if (amount(asked).compareTo(amount(most)) > 0) {
                problems.add("maximum %s usage per %s is %s, but %s is %s"
                        .formatted(resource, type, most, which, written(asked, resource)));
            }
        });
    }

    private static BigDecimal amount(Object written) {
        return written instanceof BigDecimal amount ? amount : Quantities.parse(written);
    }

    private static Object written(Object amount, String resource) {
        return amount instanceof BigDecimal number ? Quantities.format(number, Quotas.isBinary(resource, "")) : amount;
    }
}
