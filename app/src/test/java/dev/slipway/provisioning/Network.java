package dev.slipway.provisioning;

import dev.slipway.cluster.Manifest;
import dev.slipway.provisioning.state.Fields;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What network policies let through, by their own rules: nothing enforces them where the tests run. */
final class Network {

    private final List<Manifest> policies;

    Network(List<Manifest> policies) {
        this.policies = policies.stream()
                .filter(policy -> policy.key().kind().equals("NetworkPolicy"))
                .toList();
    }

    /**
     * One end of a flow.
     *
     * @param namespace its labels by its name; null when it is outside of the cluster
     * @param ip for what is outside
     */
    record End(Map<String, String> namespaceLabels, String namespace, Map<String, String> labels, String ip) {

        static End pod(String namespace, Map<String, String> namespaceLabels, Map<String, String> labels) {
            var all = new TreeMap<>(namespaceLabels);
            all.put("kubernetes.io/metadata.name", namespace);
            return new End(all, namespace, labels, "");
        }

        static End outside(String ip) {
            return new End(Map.of(), "", Map.of(), ip);
        }
    }

    /** Both ends have to allow it. */
    boolean lets(End from, End to, String protocol, int port) {
        return allows(from, to, "Egress", "egress", "to", protocol, port)
                && allows(to, from, "Ingress", "ingress", "from", protocol, port);
    }

    private boolean allows(End subject, End peer, String type, String rules, String peers, String protocol, int port) {
        var selecting = policies.stream()
                .filter(policy -> Objects.equals(policy.key().namespace(), subject.namespace()))
                .filter(policy ->
                        Fields.list(policy.content(), "spec", "policyTypes").contains(type))
                .filter(policy -> matches(Fields.map(policy.content(), "spec", "podSelector"), subject.labels()))
                .toList();
        return selecting.isEmpty()
                || selecting.stream()
                        .flatMap(policy -> Fields.list(policy.content(), "spec", rules).stream())
                        .anyMatch(rule -> isPort(rule, protocol, port) && isPeer(rule, peers, subject, peer));
    }

    private static boolean isPort(Object rule, String protocol, int port) {
        var ports = Fields.list(rule, "ports");
        return ports.isEmpty()
                || ports.stream()
                        .anyMatch(each ->
                                protocol.equals(Fields.text(each, "protocol")) && Fields.number(each, "port") == port);
    }

    private static boolean isPeer(Object rule, String peers, End subject, End peer) {
        var listed = Fields.list(rule, peers);
        return listed.isEmpty() || listed.stream().anyMatch(each -> isPeer(each, subject, peer));
    }

    private static boolean isPeer(Object entry, End subject, End peer) {
        var block = Fields.text(entry, "ipBlock", "cidr");
        if (!block.isEmpty()) {
            return !peer.ip().isEmpty() && isWithin(peer.ip(), block);
        }
        if (!peer.ip().isEmpty()) {
            return false;
        }
        var namespaces = Fields.value(entry, "namespaceSelector");
        var inNamespace = namespaces == null
                ? peer.namespace().equals(subject.namespace())
                : matches(Fields.map(entry, "namespaceSelector"), peer.namespaceLabels());
        return inNamespace && matches(Fields.map(entry, "podSelector"), peer.labels());
    }

    private static boolean matches(Map<String, Object> selector, Map<String, String> labels) {
        return Fields.map(selector, "matchLabels").entrySet().stream()
                .allMatch(wanted -> wanted.getValue().equals(labels.get(wanted.getKey())));
    }

    private static boolean isWithin(String ip, String cidr) {
        var slash = cidr.indexOf('/');
        var bits = Integer.parseInt(cidr.substring(slash + 1));
        var mask = bits == 0 ? 0 : -1 << (32 - bits);
        return (number(ip) & mask) == (number(cidr.substring(0, slash)) & mask);
    }

    private static int number(String ip) {
        var number = 0;
        for (var part : ip.split("\\.", -1)) {
            number = number << 8 | Integer.parseInt(part);
        }
        return number;
    }
}
