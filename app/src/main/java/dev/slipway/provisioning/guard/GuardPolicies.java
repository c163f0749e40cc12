package dev.slipway.provisioning.guard;

import dev.slipway.cluster.Manifest;
import dev.slipway.kernel.EnvironmentId;
import dev.slipway.model.WeightsCache;
import dev.slipway.provisioning.settings.ProvisioningSettings.Registry;
import java.util.List;
import java.util.Map;

/** Network policies of every environment. What a blueprint opens comes with its objects. */
final class GuardPolicies {

    private GuardPolicies() {}

    static Manifest defaultDeny(EnvironmentId environment) {
        return policy(
                environment,
                GuardNames.DEFAULT_DENY,
                Map.of("podSelector", Map.of(), "policyTypes", List.of("Ingress", "Egress")));
    }

    static Manifest dns(EnvironmentId environment) {
        var ports = List.of(port("UDP", 53), port("TCP", 53));
        return policy(
                environment,
                GuardNames.DNS,
                Map.of(
                        "podSelector",
                        Map.of(),
                        "policyTypes",
                        List.of("Egress"),
                        "egress",
                        List.of(Map.of("to", List.of(namespace("kube-system")), "ports", ports))));
    }

    /** Only the pods that fetch weights reach the registry, and nothing else. */
    static Manifest weights(EnvironmentId environment, Registry registry) {
        var peers = RegistryPeers.of(registry);
        // an empty list of peers would mean everybody
        List<Map<String, Object>> egress = peers.isEmpty()
                ? List.of()
                : List.of(Map.of("to", peers, "ports", List.of(port("TCP", registry.port()))));
        return policy(
                environment,
                GuardNames.WEIGHTS,
                Map.of(
                        "podSelector",
                        Map.of("matchLabels", WeightsCache.POD_LABELS),
                        "policyTypes",
                        List.of("Egress"),
                        "egress",
                        egress));
    }

    private static Map<String, Object> namespace(String name) {
        return Map.of("namespaceSelector", Map.of("matchLabels", Map.of("kubernetes.io/metadata.name", name)));
    }

    private static Map<String, Object> port(String protocol, int port) {
        return Map.of("protocol", protocol, "port", (long) port);
    }

    private static Manifest policy(EnvironmentId environment, String name, Map<String, Object> spec) {
        return GuardManifests.object(environment, "networking.k8s.io/v1", "NetworkPolicy", name, Map.of("spec", spec));
    }
}
