package dev.slipway.cluster.sandbox.api;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Refuses containers that could never run. */
final class ContainerValidation {

    private static final List<String> PULL_POLICIES = List.of("Always", "IfNotPresent", "Never");
    private static final Set<String> STANDARD = Set.of("cpu", "memory", "ephemeral-storage");

    private final Map<String, Object> container;
    private final String path;
    private final Problems problems;

    ContainerValidation(Map<String, Object> container, String path, Problems problems) {
        this.container = container;
        this.path = path;
        this.problems = problems;
    }

    void check(Set<String> volumes) {
        var name = Tree.text(container, "name");
        if (!name.isEmpty()) {
            problems.add(path + ".name", Names.label(name));
        }
        if (Tree.text(container, "image").isEmpty()) {
            problems.required(path + ".image");
        }
        mounts(volumes);
        var policy = Tree.text(container, "imagePullPolicy");
        if (!PULL_POLICIES.contains(policy)) {
            problems.add(
                    path + ".imagePullPolicy",
                    "Unsupported value: \"%s\": supported values: \"%s\""
                            .formatted(policy, String.join("\", \"", PULL_POLICIES)));
        }
        resources(Tree.map(container, "resources", "limits"), Tree.map(container, "resources", "requests"));
    }

    private void mounts(Set<String> volumes) {
        var index = 0;
        for (var mount : Tree.maps(container, "volumeMounts")) {
            var name = Tree.text(mount, "name");
            if (!volumes.contains(name)) {
                problems.add(path + ".volumeMounts[" + index + "].name", "Not found: \"%s\"".formatted(name));
            }
            index++;
        }
    }

    private void resources(Map<String, Object> limits, Map<String, Object> requests) {
        limits.forEach((name, amount) -> amount("limits", name, amount));
        requests.forEach((name, amount) -> {
            amount("requests", name, amount);
            var limit = limits.get(name);
            if (limit != null) {
                compare(name, amount, limit);
            } else if (isExtended(name)) {
                problems.add(
                        path + ".resources.limits",
                        "Required value: Limit must be set for non overcommitable resources");
            }
        });
    }

    private void amount(String list, String name, Object amount) {
        var field = path + ".resources." + list + "[" + name + "]";
        if (!isExtended(name) && !STANDARD.contains(name) && !name.startsWith("hugepages-")) {
            problems.add(
                    field,
                    "Invalid value: \"%s\": must be a standard resource type or fully qualified".formatted(name));
            problems.add(field, "Invalid value: \"%s\": must be a standard resource for containers".formatted(name));
        }
        if (isExtended(name) && Quantities.parse(amount).stripTrailingZeros().scale() > 0) {
            problems.add(field, "Invalid value: \"%s\": must be an integer".formatted(amount));
        }
        if (Quantities.parse(amount).signum() < 0) {
            problems.add(field, "Invalid value: \"%s\": must be greater than or equal to 0".formatted(amount));
        }
    }

    private void compare(String name, Object amount, Object limit) {
        var compared = Quantities.parse(amount).compareTo(Quantities.parse(limit));
        var rule = isExtended(name) ? "must be equal to" : "must be less than or equal to";
        if (isExtended(name) ? compared != 0 : compared > 0) {
            problems.add(
                    path + ".resources.requests",
                    "Invalid value: \"%s\": %s %s limit of %s".formatted(amount, rule, name, limit));
        }
    }

    private static boolean isExtended(String resource) {
        return resource.contains("/");
    }
}
