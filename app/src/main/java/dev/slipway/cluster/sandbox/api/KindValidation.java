package dev.slipway.cluster.sandbox.api;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Refuses what is wrong with objects of one kind or another that are no workloads. */
final class KindValidation {

    private static final Pattern CIDR = Pattern.compile("[0-9a-fA-F.:]+/\\d{1,3}");
    private static final List<String> ROLES = List.of("Role", "ClusterRole");

    private KindValidation() {}

    static void check(Kind kind, Map<String, Object> object, Problems problems) {
        switch (kind.kind()) {
            case "ConfigMap", "Secret" ->
                Tree.map(object, "data")
                        .keySet()
                        .forEach(key -> problems.add("data[" + key + "]", Names.configKey(key)));
            case "Service" -> service(object, problems);
            case "PersistentVolumeClaim" -> claim(object, problems);
            case "NetworkPolicy" -> networkPolicy(object, problems);
            case "RoleBinding", "ClusterRoleBinding" -> roleRef(object, problems);
            default -> {}
        }
    }

    private static void service(Map<String, Object> service, Problems problems) {
        var ports = Tree.maps(service, "spec", "ports");
        var headless = Tree.text(service, "spec", "clusterIP").equals("None");
        if (ports.isEmpty() && !headless && !Tree.text(service, "spec", "type").equals("ExternalName")) {
            problems.required("spec.ports");
        }
        for (var index = 0; index < ports.size(); index++) {
            var port = ports.get(index);
            var path = "spec.ports[" + index + "]";
            if (ports.size() > 1 && Tree.text(port, "name").isEmpty()) {
                problems.required(path + ".name");
            }
            number(path + ".port", port.get("port"), problems);
            number(path + ".targetPort", port.get("targetPort"), problems);
        }
    }

    private static void number(String path, @Nullable Object port, Problems problems) {
        if (port instanceof Long number && (number < 1 || number > 65_535)) {
            problems.add(path, "Invalid value: %d: must be between 1 and 65535, inclusive".formatted(number));
        }
    }

    private static void claim(Map<String, Object> claim, Problems problems) {
        if (Tree.list(claim, "spec", "accessModes").isEmpty()) {
            problems.add("spec.accessModes", "Required value: at least 1 access mode is required");
        }
        if (Tree.text(claim, "spec", "resources", "requests", "storage").isEmpty()) {
            problems.required("spec.resources[storage]");
        }
    }

    private static void networkPolicy(Map<String, Object> policy, Problems problems) {
        var peers = Map.of("ingress", "from", "egress", "to");
        for (var direction : List.of("ingress", "egress")) {
            var rules = Tree.maps(policy, "spec", direction);
            for (var rule = 0; rule < rules.size(); rule++) {
                var list = peers.getOrDefault(direction, "");
                var index = 0;
                for (var peer : Tree.maps(rules.get(rule), list)) {
                    var cidr = Tree.text(peer, "ipBlock", "cidr");
                    if (!cidr.isEmpty() && !CIDR.matcher(cidr).matches()) {
                        problems.add(
                                "spec.%s[%d].%s[%d].ipBlock.cidr".formatted(direction, rule, list, index),
                                "Invalid value: \"%s\": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)"
                                        .formatted(cidr));
                    }
                    index++;
                }
            }
        }
    }

    private static void roleRef(Map<String, Object> binding, Problems problems) {
        var kind = Tree.text(binding, "roleRef", "kind");
        if (!ROLES.contains(kind)) {
            problems.add(
                    "roleRef.kind",
                    "Unsupported value: \"%s\": supported values: \"%s\""
                            .formatted(kind, String.join("\", \"", ROLES)));
        }
        if (Tree.text(binding, "roleRef", "name").isEmpty()) {
            problems.required("roleRef.name");
        }
    }
}
