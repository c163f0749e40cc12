package dev.slipway.blueprint.rendering;

import dev.slipway.blueprint.DeletionPolicy;
import dev.slipway.blueprint.Facts;
import dev.slipway.blueprint.NetworkRule;
import dev.slipway.blueprint.NetworkRule.Direction;
import dev.slipway.blueprint.RenderedResource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Opens in the namespace, where everything is closed, what a blueprint declares. Namespaces are told apart by the labels
 * {@code slipway.dev/team} on those of a team, {@code slipway.dev/gateway} on that of the cluster's
 * gateway and {@code slipway.dev/monitoring} on that of what reads metrics.
 */
final class NetworkPolicies {

    private final Facts facts;
    private final Labels labels;

    NetworkPolicies(Facts facts, Labels labels) {
        this.facts = facts;
        this.labels = labels;
    }

    List<RenderedResource> of(List<NetworkRule> rules, Set<String> included) {
        var byResource = new LinkedHashMap<String, List<NetworkRule>>();
        rules.stream()
                .filter(rule -> included.contains(rule.resource()))
                .forEach(rule -> byResource
                        .computeIfAbsent(rule.resource(), ignored -> new ArrayList<>())
                        .add(rule));
        return byResource.entrySet().stream()
                .map(entry -> policy(entry.getKey(), entry.getValue()))
                .toList();
    }

    private RenderedResource policy(String resource, List<NetworkRule> rules) {
        var id = "network-" + ObjectNames.hyphenated(resource);
        var name = facts.metadata().name() + "-" + ObjectNames.hyphenated(resource);
        ObjectNames.check(resource, name);
        var spec = new LinkedHashMap<String, Object>();
        spec.put("podSelector", Map.of("matchLabels", pods(resource)));
        var types = new ArrayList<Object>();
        for (var direction : Direction.values()) {
            var opened =
                    rules.stream().filter(rule -> rule.direction() == direction).toList();
            if (!opened.isEmpty()) {
                types.add(direction == Direction.INGRESS ? "Ingress" : "Egress");
                spec.put(direction == Direction.INGRESS ? "ingress" : "egress", opened(opened, direction));
            }
        }
        spec.put("policyTypes", types);
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("apiVersion", "networking.k8s.io/v1");
        manifest.put("kind", "NetworkPolicy");
        manifest.put("metadata", Map.of("name", name));
        manifest.put("spec", spec);
        return new RenderedResource(
                id, "", 0, Set.of(), labels.put(id, manifest), Set.of(), Duration.ofMinutes(1), DeletionPolicy.DELETE);
    }

    private List<Object> opened(List<NetworkRule> rules, Direction direction) {
        var opened = new ArrayList<Object>();
        for (var rule : rules) {
            var peers = peers(rule);
            // A rule without peers would open the port to everyone.
            if (!peers.isEmpty()) {
                var entry = new LinkedHashMap<String, Object>();
                entry.put(direction == Direction.INGRESS ? "from" : "to", peers);
                if (rule.port() > 0) {
                    entry.put("ports", List.of(Map.of("protocol", rule.protocol(), "port", (long) rule.port())));
                }
                opened.add(entry);
            }
        }
        return opened;
    }

    private List<Map<String, Object>> peers(NetworkRule rule) {
        return switch (rule.peer()) {
            case INSTANCE ->
                List.of(selector("podSelector", Labels.NAME, facts.metadata().name()));
            case ENVIRONMENT -> List.of(Map.of("podSelector", Map.of()));
            case TEAM ->
                List.of(selector(
                        "namespaceSelector", "slipway.dev/team", facts.team().name()));
            case GATEWAY -> List.of(selector("namespaceSelector", "slipway.dev/gateway", "true"));
            case MONITORING -> List.of(selector("namespaceSelector", "slipway.dev/monitoring", "true"));
            case REGISTRY -> facts.cluster().registry().peers();
            case ADDRESSES -> List.of(Map.of("ipBlock", Map.of("cidr", rule.cidr())));
        };
    }

    private static Map<String, Object> selector(String kind, String label, String value) {
        return Map.of(kind, Map.of("matchLabels", Map.of(label, value)));
    }

    private Map<String, Object> pods(String resource) {
        return Map.of(Labels.NAME, facts.metadata().name(), Labels.RESOURCE, resource);
    }
}
