package dev.slipway.provisioning.guard;

import dev.slipway.cluster.Manifest;
import dev.slipway.kernel.EnvironmentId;
import java.util.List;
import java.util.Map;

/**
 * Who may do what in an environment's namespace. The applying identity writes the kinds that blueprints may have and
 * nothing that guards: no quota, limits, network policies, roles, service accounts or secrets. Those Slipway applies as
 * itself, because the right to create network policies cannot be limited to some names, and whoever may create secrets or
 * service accounts may make a token.
 */
final class GuardRoles {

    private static final String GROUP = "rbac.authorization.k8s.io";
    private static final List<String> WRITE = List.of("get", "create", "patch", "delete");
    private static final List<String> READ = List.of("get", "list", "watch");

    private GuardRoles() {}

    static Manifest applying(EnvironmentId environment) {
        return role(
                environment,
                GuardNames.APPLYING,
                List.of(
                        rule("", List.of("configmaps", "persistentvolumeclaims", "pods", "services"), WRITE),
                        rule("apps", List.of("deployments", "statefulsets"), WRITE),
                        rule("batch", List.of("cronjobs", "jobs"), WRITE),
                        rule("autoscaling", List.of("horizontalpodautoscalers"), WRITE),
                        rule("policy", List.of("poddisruptionbudgets"), WRITE),
                        rule("networking.k8s.io", List.of("ingresses"), WRITE),
                        rule("gateway.networking.k8s.io", List.of("httproutes", "grpcroutes"), WRITE),
                        rule("cert-manager.io", List.of("certificates"), WRITE),
                        rule("resource.k8s.io", List.of("resourceclaimtemplates"), WRITE),
                        rule("serving.kserve.io", List.of("inferenceservices", "llminferenceservices"), WRITE),
                        rule("apps.nvidia.com", List.of("nimcaches", "nimservices"), WRITE),
                        rule("ray.io", List.of("rayclusters", "rayjobs"), WRITE),
                        rule("trainer.kubeflow.org", List.of("trainjobs"), WRITE),
                        rule("monitoring.coreos.com", List.of("podmonitors", "servicemonitors"), WRITE)));
    }

    static Manifest applyingBinding(EnvironmentId environment) {
        return binding(
                environment, GuardNames.APPLYING, Map.of("kind", "User", "name", GuardNames.applyingUser(environment)));
    }

    /** The team's people look; they change things in Slipway. */
    static Manifest team(EnvironmentId environment) {
        return role(
                environment,
                GuardNames.TEAM,
                List.of(
                        rule(
                                "",
                                List.of(
                                        "configmaps",
                                        "events",
                                        "limitranges",
                                        "persistentvolumeclaims",
                                        "pods",
                                        "pods/log",
                                        "resourcequotas",
                                        "serviceaccounts",
                                        "services"),
                                READ),
                        rule("apps", List.of("deployments", "replicasets", "statefulsets"), READ),
                        rule("batch", List.of("cronjobs", "jobs"), READ),
                        rule("autoscaling", List.of("horizontalpodautoscalers"), READ),
                        rule("policy", List.of("poddisruptionbudgets"), READ),
                        rule("networking.k8s.io", List.of("ingresses", "networkpolicies"), READ),
                        rule("gateway.networking.k8s.io", List.of("httproutes", "grpcroutes"), READ)));
    }

    static Manifest teamBinding(EnvironmentId environment) {
        return binding(
                environment, GuardNames.TEAM, Map.of("kind", "Group", "name", GuardNames.group(environment.team())));
    }

    private static Map<String, Object> rule(String group, List<String> resources, List<String> verbs) {
        return Map.of("apiGroups", List.of(group), "resources", resources, "verbs", verbs);
    }

    private static Manifest role(EnvironmentId environment, String name, List<Map<String, Object>> rules) {
        return GuardManifests.object(environment, GROUP + "/v1", "Role", name, Map.of("rules", rules));
    }

    private static Manifest binding(EnvironmentId environment, String name, Map<String, Object> subject) {
        var qualified = new java.util.TreeMap<>(subject);
        qualified.put("apiGroup", GROUP);
        return GuardManifests.object(
                environment,
                GROUP + "/v1",
                "RoleBinding",
                name,
                Map.of(
                        "roleRef",
                        Map.of("apiGroup", GROUP, "kind", "Role", "name", name),
                        "subjects",
                        List.of(qualified)));
    }
}
