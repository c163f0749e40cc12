package dev.slipway.cluster.sandbox.api;

import dev.slipway.cluster.ClusterException.FieldProblem;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Refuses containers that could never run. */
final class PodValidation {

    private PodValidation() {}

    static void container(
            Map<String, Object> container, Map<String, Object> podSpec, String path, List<FieldProblem> problems) {
        if (Tree.text(container, "image").isEmpty()) {
            problems.add(new FieldProblem(path + ".image", "Required value"));
        }
        resources(Tree.map(container, "resources"), path + ".resources", problems);
        var volumes = new HashSet<String>();
        Tree.maps(podSpec, "volumes").forEach(volume -> volumes.add(Tree.text(volume, "name")));
        var index = 0;
        for (var mount : Tree.maps(container, "volumeMounts")) {
            var name = Tree.text(mount, "name");
            if (!volumes.contains(name)) {
                problems.add(new FieldProblem(
                        path + ".volumeMounts[" + index + "].name", "Not found: \"%s\"".formatted(name)));
            }
            index++;
        }
    }

    private static void resources(Map<String, Object> resources, String path, List<FieldProblem> problems) {
        var limits = Tree.map(resources, "limits");
        var requests = Tree.map(resources, "requests");
        requests.forEach((name, amount) -> {
            var limit = limits.get(name);
            var extended = isExtended(name);
            if (extended && limit == null) {
                problems.add(new FieldProblem(
                        path + ".limits", "Required value: Limit must be set for non overcommitable resources"));
            } else if (limit != null && Quantities.isValid(limit) && Quantities.isValid(amount)) {
                var compared = Quantities.parse(amount).compareTo(Quantities.parse(limit));
                if (extended && compared != 0) {
                    problems.add(new FieldProblem(
                            path + ".requests",
                            "Invalid value: \"%s\": must be equal to %s limit of %s".formatted(amount, name, limit)));
                } else if (compared > 0) {
                    problems.add(new FieldProblem(
                            path + ".requests",
                            "Invalid value: \"%s\": must be less than or equal to %s limit of %s"
                                    .formatted(amount, name, limit)));
                }
            }
        });
        limits.forEach((name, amount) -> amount(path + ".limits", name, amount, problems));
        requests.forEach((name, amount) -> amount(path + ".requests", name, amount, problems));
    }

    private static void amount(String path, String name, Object amount, List<FieldProblem> problems) {
        if (!Quantities.isValid(amount)) {
            return;
        }
        var field = path + "[" + name + "]";
        if (isExtended(name) && Quantities.parse(amount).stripTrailingZeros().scale() > 0) {
            problems.add(new FieldProblem(field, "Invalid value: \"%s\": must be an integer".formatted(amount)));
        }
        if (Quantities.parse(amount).signum() < 0) {
            problems.add(new FieldProblem(
                    field, "Invalid value: \"%s\": must be greater than or equal to 0".formatted(amount)));
        }
    }

    private static boolean isExtended(String resource) {
        return resource.contains("/");
    }
}
