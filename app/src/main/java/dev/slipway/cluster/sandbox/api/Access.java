package dev.slipway.cluster.sandbox.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Role-based access: what the roles that were applied let a user do. */
public final class Access {

    private static final List<String> ALL = List.of("*");

    private final Store store;
    private final Schema schema;

    Access(Store store, Schema schema) {
        this.store = store;
        this.schema = schema;
    }

    /** What a user wants to do. */
    public record Attempt(
            String verb,
            String group,
            String resource,
            @Nullable String namespace,
            String name) {}

    public boolean may(String user, List<String> groups, Attempt attempt) {
        var everybody = memberships(user, groups);
        if (everybody.contains("system:masters")) {
            return true;
        }
        for (var binding : store.list(schema.kind("ClusterRoleBinding"))) {
            if (binds(binding, user, everybody) && allows(rules(binding, ""), attempt)) {
                return true;
            }
        }
        var namespace = attempt.namespace();
        return namespace != null
                && store.list(schema.kind("RoleBinding"), namespace).stream()
                        .anyMatch(binding ->
                                binds(binding, user, everybody) && allows(rules(binding, namespace), attempt));
    }

    private static List<String> memberships(String user, List<String> groups) {
        var all = new ArrayList<>(groups);
        all.add("system:authenticated");
        if (user.startsWith("system:serviceaccount:")) {
            all.add("system:serviceaccounts");
            all.add("system:serviceaccounts:" + user.split(":", -1)[2]);
        }
        return all;
    }

    private static boolean binds(Entity binding, String user, List<String> groups) {
        return Tree.maps(binding.content(), "subjects").stream().anyMatch(subject -> {
            var name = Tree.text(subject, "name");
            return switch (Tree.text(subject, "kind")) {
                case "User" -> name.equals(user);
                case "Group" -> groups.contains(name);
                case "ServiceAccount" ->
                    user.equals("system:serviceaccount:" + Tree.text(subject, "namespace") + ":" + name);
                default -> false;
            };
        });
    }

    private List<Map<String, Object>> rules(Entity binding, String namespace) {
        var name = Tree.text(binding.content(), "roleRef", "name");
        if (Tree.text(binding.content(), "roleRef", "kind").equals("Role")) {
            return store.find(schema.kind("Role"), namespace, name)
                    .map(role -> Tree.maps(role.content(), "rules"))
                    .orElse(List.of());
        }
        return store.find(schema.kind("ClusterRole"), "", name)
                .map(role -> Tree.maps(role.content(), "rules"))
                .orElse(List.of());
    }

    private static boolean allows(List<Map<String, Object>> rules, Attempt attempt) {
        return rules.stream()
                .anyMatch(rule -> names(rule, "verbs", attempt.verb())
                        && names(rule, "apiGroups", attempt.group())
                        && names(rule, "resources", attempt.resource())
                        && (Tree.list(rule, "resourceNames").isEmpty()
                                || Tree.list(rule, "resourceNames").contains(attempt.name())));
    }

    private static boolean names(Map<String, Object> rule, String field, String wanted) {
        var named = Tree.list(rule, field);
        return named.equals(ALL) || named.contains("*") || named.contains(wanted);
    }
}
