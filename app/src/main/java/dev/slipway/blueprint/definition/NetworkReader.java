package dev.slipway.blueprint.definition;

import com.google.common.net.InetAddresses;
import dev.slipway.blueprint.NetworkRule;
import dev.slipway.blueprint.NetworkRule.Direction;
import dev.slipway.blueprint.NetworkRule.Peer;
import dev.slipway.blueprint.expression.Expected;
import dev.slipway.blueprint.expression.ExpressionCompiler;
import dev.slipway.blueprint.expression.TemplateCompiler;
import dev.slipway.blueprint.source.Code;
import dev.slipway.blueprint.source.Diagnostics;
import dev.slipway.blueprint.source.Section;
import dev.slipway.blueprint.source.Suggestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the network section opens. */
final class NetworkReader {

    private static final Pattern ADDRESSES = Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}/\\d{1,2}|[0-9a-f:]+/\\d{1,3}");
    private static final List<Peer> INGRESS =
            List.of(Peer.INSTANCE, Peer.ENVIRONMENT, Peer.TEAM, Peer.GATEWAY, Peer.MONITORING);
    private static final List<Peer> EGRESS = List.of(Peer.INSTANCE, Peer.ENVIRONMENT, Peer.TEAM, Peer.REGISTRY);

    private final Map<String, ResourceDefinition> resources;
    private final ExpressionCompiler expressions;
    private final Diagnostics diagnostics;

    NetworkReader(Map<String, ResourceDefinition> resources, ExpressionCompiler expressions) {
        this.resources = resources;
        this.expressions = expressions;
        this.diagnostics = expressions.diagnostics();
    }

    List<Definition.Opening> read(Optional<Section> network) {
        var rules = new ArrayList<Definition.Opening>();
        network.ifPresent(section -> {
            section.sections("ingress")
                    .forEach(rule -> rules.add(rule(rule, Direction.INGRESS, "to", "from", INGRESS)));
            section.sections("egress").forEach(rule -> rules.add(rule(rule, Direction.EGRESS, "from", "to", EGRESS)));
            section.done();
        });
        return rules;
    }

    private Definition.Opening rule(Section rule, Direction direction, String own, String other, List<Peer> allowed) {
        var resource = rule.requiredText(own);
        var found = resources.get(resource);
        if (!resource.isEmpty() && (found == null || !Kinds.hasPods(found.kind()))) {
            var workloads = resources.values().stream()
                    .filter(candidate -> Kinds.hasPods(candidate.kind()))
                    .map(ResourceDefinition::id)
                    .toList();
            var fix = Suggestion.nearest(resource, workloads);
            diagnostics.error(
                    Code.N001,
                    rule.place(own),
                    "'%s' is no workload of this blueprint.%s".formatted(resource, Suggestion.didYouMean(fix)),
                    fix);
        }
        var peer = rule.requiredText(other);
        // The registry's port is the registry's affair.
        if (!peer.equals(Peer.REGISTRY.word())) {
            rule.required("port");
        }
        var port = rule.integer("port", 0, 1, 65_535);
        var protocol = rule.choice("protocol", "TCP", List.of("TCP", "UDP"));
        var cidr = ADDRESSES.matcher(peer).matches() ? peer : "";
        if (!cidr.isEmpty() && !isRange(cidr)) {
            diagnostics.error(
                    Code.S004, rule.place(other), "'%s' is no range of addresses like 10.0.0.0/8.".formatted(cidr));
        }
        var kind = cidr.isEmpty() ? peer(rule, other, peer, allowed) : Peer.ADDRESSES;
        var when = rule.node("when")
                .flatMap(node ->
                        new TemplateCompiler(expressions).expression(node, Scopes.facts("network"), Expected.BOOLEAN));
        rule.done();
        return new Definition.Opening(
                new NetworkRule(direction, resource, (int) port, protocol, kind, cidr), when.orElse(null));
    }

    private static boolean isRange(String cidr) {
        var slash = cidr.indexOf('/');
        var address = cidr.substring(0, slash);
        var bits = address.indexOf(':') < 0 ? 32 : 128;
        return InetAddresses.isInetAddress(address) && Integer.parseInt(cidr.substring(slash + 1)) <= bits;
    }

    private Peer peer(Section rule, String field, String written, List<Peer> allowed) {
        var words = allowed.stream().map(Peer::word).toList();
        if (!written.isEmpty() && !words.contains(written)) {
            var fix = Suggestion.nearest(written, words);
            diagnostics.error(
                    Code.S004,
                    rule.place(field),
                    "'%s' is none of %s and no range of addresses.%s"
                            .formatted(written, String.join(", ", words), Suggestion.didYouMean(fix)),
                    fix);
        }
        return Arrays.stream(Peer.values())
                .filter(peer -> peer.word().equals(written))
                .findFirst()
                .orElse(Peer.INSTANCE);
    }
}
