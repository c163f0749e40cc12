package dev.slipway.provisioning.guard;

import dev.slipway.cluster.Manifest;
import dev.slipway.kernel.EnvironmentId;
import dev.slipway.kernel.EnvironmentKind;
import dev.slipway.provisioning.settings.ProvisioningSettings.Registry;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The guards of an environment's namespace: what stands before anything runs in it. Pure. */
final class GuardManifests {

    private static final List<String> SECURITY = List.of("enforce", "warn", "audit");

    private GuardManifests() {}

    /** The namespace first; the others in any order after it. */
    static List<Manifest> of(
            EnvironmentId environment, EnvironmentKind kind, SortedMap<String, String> quota, Registry registry) {
        return List.of(
                namespace(environment, kind),
                resourceQuota(environment, quota),
                limitRange(environment),
                GuardPolicies.defaultDeny(environment),
                GuardPolicies.dns(environment),
                GuardPolicies.weights(environment, registry),
                serviceAccount(environment, "default"),
                serviceAccount(environment, GuardNames.WORKLOADS),
                GuardRoles.applying(environment),
                GuardRoles.applyingBinding(environment),
                GuardRoles.team(environment),
                GuardRoles.teamBinding(environment));
    }

    static Manifest namespace(EnvironmentId environment, EnvironmentKind kind) {
        var labels = new TreeMap<>(GuardNames.labels(environment));
        labels.put("slipway.dev/environment-kind", kind.word());
        SECURITY.forEach(mode -> {
            labels.put("pod-security.kubernetes.io/" + mode, "restricted");
            labels.put("pod-security.kubernetes.io/" + mode + "-version", "latest");
        });
        return new Manifest(Map.of(
                "apiVersion",
                "v1",
                "kind",
                "Namespace",
                "metadata",
                Map.of("name", environment.namespace(), "labels", labels)));
    }

    static Manifest resourceQuota(EnvironmentId environment, SortedMap<String, String> hard) {
        return object(environment, "v1", "ResourceQuota", GuardNames.QUOTA, Map.of("spec", Map.of("hard", hard)));
    }

    /** A quota on a resource refuses containers that do not ask for it; these are what such a container asks for. */
    static Manifest limitRange(EnvironmentId environment) {
        var limit = Map.of(
                "type",
                "Container",
                "default",
                Map.of("cpu", "1", "memory", "1Gi"),
                "defaultRequest",
                Map.of("cpu", "100m", "memory", "128Mi"));
        return object(
                environment, "v1", "LimitRange", GuardNames.LIMITS, Map.of("spec", Map.of("limits", List.of(limit))));
    }

    /** Without a token and without any right; the namespace's own account as well, for pods that name none. */
    static Manifest serviceAccount(EnvironmentId environment, String name) {
        return object(environment, "v1", "ServiceAccount", name, Map.of("automountServiceAccountToken", false));
    }

    static Manifest object(
            EnvironmentId environment, String apiVersion, String kind, String name, Map<String, Object> rest) {
        var content = new TreeMap<String, Object>(rest);
        content.put("apiVersion", apiVersion);
        content.put("kind", kind);
        content.put(
                "metadata",
                Map.of("name", name, "namespace", environment.namespace(), "labels", GuardNames.labels(environment)));
        return new Manifest(content);
    }
}
