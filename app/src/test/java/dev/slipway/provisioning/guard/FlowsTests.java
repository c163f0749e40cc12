package dev.slipway.provisioning.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cluster.Manifest;
import dev.slipway.kernel.EnvironmentId;
import dev.slipway.kernel.EnvironmentKind;
import dev.slipway.kernel.TeamId;
import dev.slipway.model.WeightsCache;
import dev.slipway.provisioning.guard.Network.End;
import dev.slipway.provisioning.settings.ProvisioningSettings.Registry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which flows the guards let through, beside what two blueprints open: port 8000 within their own environment. */
class FlowsTests {

    private static final EnvironmentId CLAIMS = new EnvironmentId(new TeamId("claims"), "test");
    private static final EnvironmentId CLAIMS_PROD = new EnvironmentId(new TeamId("claims"), "prod");
    private static final EnvironmentId FRAUD = new EnvironmentId(new TeamId("fraud"), "test");
    private static final Registry REGISTRY = new Registry("slipway-registry", List.of("10.9.8.0/24"), 443);

    private final Network network = new Network(policies());

    private static List<Manifest> policies() {
        var all = new ArrayList<Manifest>();
        for (var environment : List.of(CLAIMS, CLAIMS_PROD, FRAUD)) {
            all.addAll(GuardManifests.of(environment, EnvironmentKind.TEST, new TreeMap<>(), REGISTRY));
        }
        all.add(opened("search", "Ingress", "from"));
        all.add(opened("client", "Egress", "to"));
        return all;
    }

    /** As the blueprint room derives it from {@code network}: port 8000, to or from the same environment. */
    private static Manifest opened(String instance, String type, String peers) {
        var rule = Map.of(
                peers,
                List.of(Map.of("podSelector", Map.of())),
                "ports",
                List.of(Map.of("protocol", "TCP", "port", 8000L)));
        var spec = Map.of(
                "podSelector",
                Map.of("matchLabels", Map.of("app.kubernetes.io/instance", instance)),
                "policyTypes",
                List.of(type),
                type.toLowerCase(Locale.ROOT),
                List.of(rule));
        return GuardManifests.object(CLAIMS, "networking.k8s.io/v1", "NetworkPolicy", instance, Map.of("spec", spec));
    }

    private static End end(String name) {
        return switch (name) {
            case "server" -> pod(CLAIMS, Map.of("app.kubernetes.io/instance", "search"));
            case "neighbour" -> pod(CLAIMS, Map.of("app.kubernetes.io/instance", "other"));
            case "client" -> pod(CLAIMS, Map.of("app.kubernetes.io/instance", "client"));
            case "fetcher" -> pod(CLAIMS, WeightsCache.POD_LABELS);
            case "own prod" -> pod(CLAIMS_PROD, Map.of());
            case "other team" -> pod(FRAUD, Map.of());
            case "dns" -> End.pod("kube-system", Map.of(), Map.of("k8s-app", "kube-dns"));
            case "registry" -> End.pod("slipway-registry", Map.of(), Map.of());
            case "gateway" -> End.pod("gateway", Map.of("slipway.dev/gateway", "true"), Map.of());
            case "registry outside" -> End.outside("10.9.8.7");
            case "api server" -> End.outside("10.96.0.1");
            case "metadata service" -> End.outside("169.254.169.254");
            case "internet" -> End.outside("93.184.216.34");
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static End pod(EnvironmentId environment, Map<String, String> labels) {
        return End.pod(environment.namespace(), GuardNames.labels(environment), labels);
    }

    @ParameterizedTest(name = "{0} to {1}, {2} {3}: {4}")
    @CsvSource({
        "server, dns, UDP, 53, true",
        "server, dns, TCP, 53, true",
        "server, dns, TCP, 443, false",
        "fetcher, dns, UDP, 53, true",
        "fetcher, registry, TCP, 443, true",
        "fetcher, registry outside, TCP, 443, true",
        "fetcher, registry, TCP, 80, false",
        "fetcher, internet, TCP, 443, false",
        "fetcher, api server, TCP, 443, false",
        "server, registry, TCP, 443, false",
        "server, registry outside, TCP, 443, false",
        "server, api server, TCP, 443, false",
        "server, internet, TCP, 443, false",
        "server, metadata service, TCP, 80, false",
        "server, neighbour, TCP, 8000, false",
        "server, other team, TCP, 8000, false",
        "other team, server, TCP, 8000, false",
        "own prod, server, TCP, 8000, false",
        "gateway, server, TCP, 8000, false",
        "internet, server, TCP, 8000, false",
        "client, server, TCP, 8000, true",
        "client, server, TCP, 22, false",
        "client, other team, TCP, 8000, false",
        "client, internet, TCP, 8000, false",
        "neighbour, server, TCP, 8000, false",
        "gateway, neighbour, TCP, 8000, false"
    })
    void isLetThrough(String from, String to, String protocol, int port, boolean let) {
        assertThat(network.lets(end(from), end(to), protocol, port)).isEqualTo(let);
    }
}
