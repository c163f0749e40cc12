package dev.slipway.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.access.ApproverScope;
import dev.slipway.access.Caller;
import dev.slipway.access.PlatformRole;
import dev.slipway.blueprint.BlueprintFiles;
import dev.slipway.blueprint.completion.Proposal;
import dev.slipway.cluster.Capabilities;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.Clusters;
import dev.slipway.kernel.ClusterId;
import dev.slipway.kernel.NotFoundException;
import dev.slipway.kernel.PersonId;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** With a cluster whose certificates have a field that those of Slipway's own description have not. */
class DraftCompletionsTests {

    private static final String KIND = "cert-manager.io/v1/Certificate";
    private static final String TEXT = """
            apiVersion: slipway.dev/v1
            kind: Blueprint
            metadata: {name: hello}
            spec:
              version: 1.0.0
              title: Hello
              summary: One certificate
              category: other
              owner: ai-platform
              parameters: {type: object, properties: {}}
              resources:
                - id: certificate
                  template:
                    apiVersion: cert-manager.io/v1
                    kind: Certificate
                    metadata: {name: "${metadata.name}"}
                    spec:
                      rotatedBy: night-shift
            """;
    private static final int LAST_LINE = 18;

    private final ClusterSchemas schemas = new ClusterSchemas(new OneCluster(), InstantSource.system());
    private final DraftCompletions completions = new DraftCompletions(schemas);

    @Test
    void theEditorProposesWhatTheClustersServeAndTheCheckTakesIt() {
        await().untilAsserted(
                        () -> assertThat(proposed("ana.ferreira", Set.of(PlatformRole.PLATFORM_ADMIN), "          rot"))
                                .containsExactly("rotatedBy"));

        assertThat(schemas.compiler().compile(BlueprintFiles.of(TEXT)).diagnostics())
                .isEmpty();
    }

    @Test
    void nothingIsProposedToOthers() {
        assertThatThrownBy(() -> proposed("mira.okafor", Set.of(), "          rot"))
                .isInstanceOf(NotFoundException.class);
    }

    private List<String> proposed(String person, Set<PlatformRole> roles, String lastLine) {
        var caller = new Caller(new PersonId(person), person, roles, Map.of(), ApproverScope.NONE);
        var files = BlueprintFiles.of(TEXT.substring(0, TEXT.indexOf("          rotatedBy")) + lastLine + "\n");
        return completions
                .at(caller, "hello", files, BlueprintFiles.BLUEPRINT, LAST_LINE, lastLine.length())
                .proposals()
                .stream()
                .map(Proposal::label)
                .toList();
    }

    private static final class OneCluster implements Clusters {

        @Override
        public List<ClusterView> all() {
            return List.of(
                    new ClusterView(new ClusterId("ham-1"), "Hamburg 1", "eu", "kubernetes", new Health(true, "")));
        }

        @Override
        public Optional<ClusterView> find(ClusterId id) {
            return all().stream().findFirst();
        }

        @Override
        public Cluster connect(ClusterId id) {
            return (Cluster) Proxy.newProxyInstance(
                    Cluster.class.getClassLoader(),
                    new Class<?>[] {Cluster.class},
                    (self, asked, with) -> switch (asked.getName()) {
                        case "id" -> id;
                        case "capabilities" ->
                            new Capabilities("v1.36.3", Set.of(KIND), List.of(), List.of(), Instant.EPOCH);
                        case "customResources" -> Optional.of(served());
                        default -> throw new UnsupportedOperationException(asked.getName());
                    });
        }

        private static Map<String, Object> served() {
            var text = Map.of("type", "string");
            var spec = Map.of("type", "object", "properties", Map.of("rotatedBy", text));
            var object = Map.of("type", "object", "additionalProperties", true);
            return Map.of(
                    "components",
                    Map.of(
                            "schemas",
                            Map.of(
                                    "io.cert-manager.v1.Certificate",
                                    Map.of(
                                            "type",
                                            "object",
                                            "properties",
                                            Map.of("apiVersion", text, "kind", text, "metadata", object, "spec", spec),
                                            "x-kubernetes-group-version-kind",
                                            List.of(Map.of(
                                                    "group",
                                                    "cert-manager.io",
                                                    "version",
                                                    "v1",
                                                    "kind",
                                                    "Certificate"))))));
        }
    }
}
