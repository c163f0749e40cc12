package dev.slipway.provisioning;

import static dev.slipway.provisioning.Launching.TEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.Manifest;
import dev.slipway.cluster.ObjectKey;
import dev.slipway.kernel.EnvironmentId;
import dev.slipway.kernel.TeamId;
import dev.slipway.provisioning.Network.End;
import dev.slipway.provisioning.state.Fields;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Which flows the policies let through that the namespaces really hold: the guards', and what an endpoint and a stack of
 * the catalog open. From and to pods that are really there.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Flows {

    private static final EnvironmentId OTHER_TEAM = new EnvironmentId(new TeamId("fraud"), "test");

    @Autowired
    Launching launching;

    private Network network = new Network(List.of());

    private final Map<String, End> pods = new HashMap<>();

    abstract Cluster cluster();

    @BeforeAll
    void launch() {
        var server = launching.launch(Launching.form("search", Map.of()));
        var stranger = launching.launch(Launching.form(OTHER_TEAM, "stranger", Map.of()));
        launching.await(server, InstanceState.READY);
        launching.await(stranger, InstanceState.READY);
        launching.await(launching.launch(Launching.stack("handbook", "search")), InstanceState.READY);
        network = new Network(cluster().list("networking.k8s.io/v1", "NetworkPolicy", null, ""));
        pods.put("server", pod(TEST, "slipway.dev/resource=server"));
        pods.put("other team", pod(OTHER_TEAM, "slipway.dev/resource=server"));
        pods.put("fetcher", pod(TEST, "slipway.dev/role=weights"));
        for (var part : List.of("api", "store", "embedder", "ingest")) {
            pods.put(part, pod(TEST, "slipway.dev/resource=" + part));
        }
    }

    @AfterAll
    void endWhatIsLeft() {
        launching.endAll();
    }

    /** One of the pods that are really there, with the labels that it really has. */
    private End pod(EnvironmentId environment, String selector) {
        var pod = cluster().list("v1", "Pod", environment.namespace(), selector).getFirst();
        var namespace = cluster()
                .get(new ObjectKey("v1", "Namespace", null, environment.namespace()))
                .orElseThrow();
        return End.pod(environment.namespace(), labels(namespace), labels(pod));
    }

    private static Map<String, String> labels(Manifest live) {
        var labels = new HashMap<String, String>();
        Fields.map(live.content(), "metadata", "labels")
                .forEach((name, value) -> labels.put(name, String.valueOf(value)));
        return labels;
    }

    private End end(String name) {
        return switch (name) {
            case "neighbour" -> End.pod(TEST.namespace(), Map.of(), Map.of("app", "neighbour"));
            case "own prod" -> End.pod("claims-prod", Map.of("slipway.dev/team", "claims"), Map.of());
            case "dns" -> End.pod("kube-system", Map.of(), Map.of("k8s-app", "kube-dns"));
            case "registry" -> End.pod("slipway-registry", Map.of(), Map.of());
            case "gateway" -> End.pod("gateway", Map.of("slipway.dev/gateway", "true"), Map.of());
            case "api server" -> End.outside("10.96.0.1");
            case "metadata service" -> End.outside("169.254.169.254");
            case "internet" -> End.outside("93.184.216.34");
            default -> Objects.requireNonNull(pods.get(name), name);
        };
    }

    @ParameterizedTest(name = "{0} to {1}, {2} {3}: {4}")
    @CsvSource({
        "server, dns, UDP, 53, true",
        "server, dns, TCP, 53, true",
        "server, dns, TCP, 443, false",
        "fetcher, dns, UDP, 53, true",
        "fetcher, registry, TCP, 443, true",
        "fetcher, registry, TCP, 80, false",
        "fetcher, internet, TCP, 443, false",
        "fetcher, api server, TCP, 443, false",
        "ingest, registry, TCP, 443, true",
        "ingest, internet, TCP, 443, false",
        "server, registry, TCP, 443, false",
        "server, api server, TCP, 443, false",
        "server, internet, TCP, 443, false",
        "server, metadata service, TCP, 80, false",
        "server, other team, TCP, 8000, false",
        "other team, server, TCP, 8000, false",
        "own prod, server, TCP, 8000, false",
        "gateway, server, TCP, 8000, false",
        "internet, server, TCP, 8000, false",
        "api, server, TCP, 8000, true",
        "api, server, TCP, 22, false",
        "api, store, TCP, 3000, true",
        "api, embedder, TCP, 8000, true",
        "ingest, store, TCP, 3000, true",
        "api, store, TCP, 5432, false",
        "server, store, TCP, 3000, false",
        "neighbour, store, TCP, 3000, false",
        "api, other team, TCP, 8000, false",
        "api, internet, TCP, 443, false",
        "neighbour, server, TCP, 8000, false",
        "neighbour, internet, TCP, 443, false"
    })
    void isLetThrough(String from, String to, String protocol, int port, boolean let) {
        assertThat(network.lets(end(from), end(to), protocol, port)).isEqualTo(let);
    }
}
