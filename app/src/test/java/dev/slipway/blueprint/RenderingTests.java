package dev.slipway.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.kernel.Amounts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RenderingTests {

    private static final String CHAIN = """
            resources:
              - id: third
                template:
                  apiVersion: v1
                  kind: ConfigMap
                  metadata: {name: "${second.metadata.name}-3"}
                  data: {ip: "${second.spec.clusterIP}"}
              - id: second
                template:
                  apiVersion: v1
                  kind: Service
                  metadata: {name: "${first.metadata.name}-2"}
              - id: first
                template:
                  apiVersion: v1
                  kind: ConfigMap
                  metadata: {name: "${metadata.name}"}
            """;

    @Test
    void theOrderIsThatOfTheReferences() {
        var rendering = Sketch.render(Sketch.with(CHAIN), Map.of());

        assertThat(rendering.resources()).extracting(RenderedResource::id).containsExactly("first", "second", "third");
        assertThat(rendering.resources()).extracting(RenderedResource::wave).containsExactly(0, 1, 2);
        assertThat(rendering.resources().get(1).dependsOn()).containsExactly("first");
    }

    @Test
    void everyExpressionHasItsValueWhereItStands() {
        var text = Sketch.with("""
                variables:
                  - {name: doubled, value: "${parameters.replicas * 2}"}
                """, """
                resources:
                  - id: first
                    template:
                      apiVersion: v1
                      kind: Service
                      metadata: {name: "${metadata.name}-${variables.doubled}"}
                  - id: second
                    forEach: [{n: "${range(2)}"}]
                    template:
                      apiVersion: v1
                      kind: ConfigMap
                      metadata: {name: "${metadata.name}-${string(n)}"}
                      data: {ip: "${first.spec.clusterIP}"}
                """);
        var blueprint = Sketch.blueprint(text);
        var parameters = blueprint
                .check(Map.of("name", "x", "replicas", 3L), Sketch.FACTS)
                .parameters();

        var values = blueprint.values(parameters, Sketch.FACTS);

        assertThat(values)
                .allSatisfy(value -> assertThat(
                                text.lines().toList().get(value.line() - 1).substring(value.column() - 1))
                        .contains(value.source()));
        assertThat(values)
                .extracting(ExpressionValue::source, ExpressionValue::value)
                .contains(
                        tuple("parameters.replicas * 2", 6L),
                        tuple("variables.doubled", 6L),
                        tuple("metadata.name", "sample"),
                        tuple("range(2)", List.of(0L, 1L)));
        assertThat(values).extracting(ExpressionValue::source).doesNotContain("string(n)", "first.spec.clusterIP");
    }

    @Test
    void whatTheBlueprintItselfSaysIsKnownAtOnceAndTheRestIsWaitedFor() {
        var rendering = Sketch.render(Sketch.with(CHAIN), Map.of());

        assertThat(Sketch.resource(rendering, "second").name()).isEqualTo("sample-2");
        assertThat(Sketch.resource(rendering, "second").isWaiting()).isFalse();
        assertThat(Sketch.resource(rendering, "third").waitingFor()).containsExactly("second");
        assertThat(Sketch.resource(rendering, "third").name()).isEqualTo("sample-2-3");
    }

    @Test
    void onceTheClusterHasToldNobodyWaitsAndTheHashIsTheSame() {
        var facts = Sketch.FACTS.withLive(Map.of("second", Map.of("spec", Map.of("clusterIP", "10.0.0.7"))));
        var after = Sketch.render(Sketch.with(CHAIN), Map.of(), facts);

        assertThat(Sketch.resource(after, "third").isWaiting()).isFalse();
        assertThat(Sketch.resource(after, "third").manifest().get("data")).isEqualTo(Map.of("ip", "10.0.0.7"));
        assertThat(Sketch.fingerprint(Sketch.with(CHAIN), Map.of(), facts))
                .isEqualTo(Sketch.fingerprint(Sketch.with(CHAIN), Map.of(), Sketch.FACTS));
    }

    @Test
    void liveDataThatIsNotThereYetIsWaitedForToo() {
        var facts = Sketch.FACTS.withLive(Map.of("second", Map.of("spec", Map.of())));

        assertThat(Sketch.resource(Sketch.render(Sketch.with(CHAIN), Map.of(), facts), "third")
                        .waitingFor())
                .containsExactly("second");
    }

    @Test
    void slipwaySetsNamespaceAndLabelsAlsoOnPods() {
        var deployment = Sketch.resource(Sketch.render(Sketch.with(WORKLOADS), Map.of()), "web")
                .manifest();

        assertThat(at(deployment, "metadata", "namespace")).isEqualTo("claims-dev");
        assertThat(at(deployment, "metadata", "labels", "slipway.dev/resource")).isEqualTo("web");
        assertThat(at(deployment, "metadata", "labels", "slipway.dev/team")).isEqualTo("claims");
        assertThat(at(deployment, "spec", "template", "metadata", "labels"))
                .isEqualTo(Map.of(
                        "app",
                        "web",
                        "app.kubernetes.io/managed-by",
                        "slipway",
                        "app.kubernetes.io/instance",
                        "sample",
                        "slipway.dev/instance",
                        "00000000-0000-4000-8000-000000000001",
                        "slipway.dev/resource",
                        "web"));
        assertThat(at(deployment, "spec", "selector", "matchLabels")).isEqualTo(Map.of("app", "web"));
    }

    private static final String WORKLOADS = """
            resources:
              - id: web
                template:
                  apiVersion: apps/v1
                  kind: Deployment
                  metadata: {name: web}
                  spec:
                    replicas: 3
                    selector: {matchLabels: {app: web}}
                    template:
                      metadata: {labels: {app: web}}
                      spec:
                        initContainers:
                          - {name: prepare, resources: {requests: {cpu: "4", memory: 64Mi}}}
                          - {name: proxy, restartPolicy: Always, resources: {requests: {cpu: 100m, memory: 32Mi}}}
                        containers:
                          - {name: a, resources: {requests: {cpu: 500m, memory: 1Gi}}}
                          - {name: b, resources: {limits: {cpu: "1", memory: 512Mi}}}
              - id: store
                template:
                  apiVersion: apps/v1
                  kind: StatefulSet
                  metadata: {name: store}
                  spec:
                    replicas: 2
                    template: {spec: {containers: [{name: a, resources: {requests: {cpu: 1, memory: 1G}}}]}}
                    volumeClaimTemplates:
                      - {metadata: {name: data}, spec: {resources: {requests: {storage: 10Gi}}}}
              - id: batch
                template:
                  apiVersion: batch/v1
                  kind: Job
                  metadata: {name: batch}
                  spec:
                    parallelism: 4
                    completions: 3
                    template: {spec: {containers: [{name: a, resources: {requests: {cpu: 250m}}}]}}
              - id: data
                template:
                  apiVersion: v1
                  kind: PersistentVolumeClaim
                  metadata: {name: data}
                  spec: {resources: {requests: {storage: 5Gi}}}
            """;

    @Test
    void claimsAreReadOffTheObjects() {
        var claims = Sketch.render(Sketch.with(WORKLOADS), Map.of()).claims();

        // web: the first init container needs 4 CPUs alone; a + b + proxy need 1.6 CPUs and 1568 MiB, three times.
        assertThat(claims)
                .isEqualTo(new Amounts(
                        3 * 4_000 + 2 * 1_000 + 3 * 250,
                        3 * 1_568L * (1 << 20) + 2_000_000_000L,
                        (2 * 10 + 5) * (1L << 30),
                        3 + 2 + 3,
                        Map.of()));
    }

    @Test
    void aDeviceBesideTheSharesIsRefused() {
        var text = Sketch.with("""
                resources:
                  - id: pod
                    template:
                      apiVersion: v1
                      kind: Pod
                      metadata: {name: pod}
                      spec: {containers: [{name: a, resources: "${{'limits': {'nvidia.com/gpu': '1'}}}"}]}
                """);

        assertThatThrownBy(() -> Sketch.render(text, Map.of()))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("outside of shares");
    }

    private static final String CONDITIONAL = """
            resources:
              - id: config
                includeWhen: ["${parameters.debug}"]
                template: {apiVersion: v1, kind: ConfigMap, metadata: {name: debug}}
              - id: many
                forEach: [{tag: "${parameters.tags}"}, {n: "${range(2)}"}]
                template: {apiVersion: v1, kind: ConfigMap, metadata: {name: "m-${tag}-${n}"}}
            outputs:
              debug: {value: "${config.metadata.name}"}
              plain: {value: "x"}
            """;

    @Test
    void includeWhenLeavesOutAndOutputsWithIt() {
        var blueprint = Sketch.blueprint(Sketch.with(CONDITIONAL));
        var without = blueprint.check(Map.of("name", "n"), Sketch.FACTS).parameters();
        var with = blueprint
                .check(Map.of("name", "n", "debug", true), Sketch.FACTS)
                .parameters();

        assertThat(blueprint.render(without, Sketch.FACTS).resources())
                .extracting(RenderedResource::id)
                .doesNotContain("config");
        assertThat(blueprint.outputs(without, Sketch.FACTS))
                .extracting(Output::name)
                .containsExactly("plain");
        assertThat(blueprint.outputs(with, Sketch.FACTS))
                .extracting(Output::value)
                .containsExactly("debug", "x");
    }

    @Test
    void whatAsksBeforeItReadsDoesWithoutWhatIsLeftOut() {
        var text = Sketch.with("""
                resources:
                  - id: extra
                    includeWhen: ["${parameters.debug}"]
                    template: {apiVersion: v1, kind: ConfigMap, metadata: {name: extra}}
                  - id: config
                    template:
                      apiVersion: v1
                      kind: ConfigMap
                      metadata: {name: config}
                      data: {extra: "${parameters.debug ? extra.metadata.name : 'none'}"}
                outputs:
                  extra: {value: "${parameters.debug ? extra.metadata.name : 'none'}"}
                """);

        for (var debug : List.of(true, false)) {
            var blueprint = Sketch.blueprint(text);
            var parameters = blueprint
                    .check(Map.of("name", "n", "debug", debug), Sketch.FACTS)
                    .parameters();
            var config = blueprint.render(parameters, Sketch.FACTS).resources().getLast();
            var expected = debug ? "extra" : "none";

            assertThat(config.waitingFor()).isEmpty();
            assertThat(config.manifest()).containsEntry("data", Map.of("extra", expected));
            assertThat(blueprint.outputs(parameters, Sketch.FACTS))
                    .extracting(Output::value)
                    .containsExactly(expected);
        }
    }

    @Test
    void twoObjectsThatWouldBeOneAreRefused() {
        var equalItems = Sketch.with("""
                resources:
                  - id: part
                    forEach: [{tag: "${parameters.tags}"}]
                    template: {apiVersion: v1, kind: ConfigMap, metadata: {name: "p-${tag}"}}
                """);
        var equalValues = Sketch.with("""
                resources:
                  - {id: config, template: {apiVersion: v1, kind: ConfigMap, metadata: {name: "${parameters.name}"}}}
                  - {id: service, template: {apiVersion: v1, kind: Service, metadata: {name: "${parameters.name}"}}}
                  - {id: other, template: {apiVersion: v1, kind: ConfigMap, metadata: {name: other}}}
                """);

        assertThatThrownBy(() -> Sketch.render(equalItems, Map.of("tags", List.of("a", "b", "a"))))
                .isInstanceOf(EvaluationException.class)
                .hasMessage(
                        "'part' makes the ConfigMap 'p-a' twice: the values of its forEach must give different names.")
                .extracting(e -> ((EvaluationException) e).code())
                .isEqualTo("SW-R013");
        assertThatThrownBy(() -> Sketch.render(equalValues, Map.of("name", "other")))
                .isInstanceOf(EvaluationException.class)
                .hasMessage("'config' and 'other' both make the ConfigMap 'other': their names must differ.");
        assertThat(Sketch.render(equalValues, Map.of("name", "more")).resources())
                .hasSize(3);
    }

    @Test
    void forEachGoesThroughAllCombinations() {
        var rendering = Sketch.render(Sketch.with(CONDITIONAL), Map.of());

        assertThat(rendering.resources())
                .extracting(RenderedResource::name)
                .containsExactly("m-a-0", "m-a-1", "m-b-0", "m-b-1");
        assertThat(rendering.resources()).extracting(RenderedResource::key).containsExactly("a-0", "a-1", "b-0", "b-1");
    }

    @Test
    void aNameThatKubernetesWouldNotTakeIsRefused() {
        var text = Sketch.with("""
                resources:
                  - {id: config, template: {apiVersion: v1, kind: ConfigMap, metadata: {name: "${parameters.name}"}}}
                """);

        assertThatThrownBy(() -> Sketch.render(text, Map.of("name", "Not A Name")))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("cannot be a name")
                .extracting(e -> ((EvaluationException) e).code())
                .isEqualTo("SW-X004");
    }

    @Test
    void aNameThatIsTheGuardsIsRefused() {
        var text = Sketch.with("""
                resources:
                  - {id: config, template: {apiVersion: v1, kind: ConfigMap, metadata: {name: "${parameters.name}"}}}
                """);

        for (var name : List.of("slipway", "slipway-weights")) {
            assertThatThrownBy(() -> Sketch.render(text, Map.of("name", name)))
                    .isInstanceOf(EvaluationException.class)
                    .hasMessageContaining("guard the namespace");
        }
        assertThat(Sketch.render(text, Map.of("name", "slipways")).resources()).hasSize(1);
    }

    private static final String NEEDS = """
            weights: {main: {model: "${parameters.name}"}}
            shares:
              one: {memory: 20Gi, count: "${parameters.replicas}", isolation: "${environment.kind == 'prod' ? 'strict' : 'shared'}", modes: [mig]}
              none: {memory: 1Gi, count: 0}
            secrets: {key: {token: {generate: hex, bytes: 16}}}
            resources:
              - id: web
                template:
                  apiVersion: apps/v1
                  kind: Deployment
                  metadata: {name: web}
                  spec:
                    replicas: "${parameters.replicas}"
                    template:
                      spec:
                        nodeSelector: "${shares.one.nodeSelector}"
                        schedulerName: "${shares.one.?schedulerName}"
                        containers: [{name: a, resources: "${shares.one.resources}", envFrom: [{secretRef: {name: "${secrets.key.name}"}}]}]
                        volumes: ["${merge({'name': 'w'}, weights.main.volume)}"]
            outputs:
              key: {secretRef: {secret: key, key: token}}
            """;

    @Test
    void needsAreWhatTheBlueprintDeclaresForTheseParameters() {
        var blueprint = Sketch.blueprint(Sketch.with(NEEDS));
        var parameters = blueprint.check(Map.of("name", "bge-m3"), Sketch.FACTS).parameters();
        var needs = blueprint.needs(parameters, Sketch.FACTS);

        assertThat(needs.shares())
                .containsExactly(new Needs.ShareNeed("one", 20L << 30, 2, Needs.Isolation.SHARED, List.of("mig")));
        assertThat(needs.weights()).containsExactly(new Needs.WeightsNeed("main", "bge-m3"));
        assertThat(needs.secrets().get(0).secretName()).isEqualTo("sample-key");
        assertThat(needs.secrets().get(0).keys()).containsEntry("token", new Needs.Generator("hex", 16));
    }

    @Test
    void aRenderHoldsTheSecretsNameAndTheSharesResources() {
        var rendering = Sketch.render(Sketch.with(NEEDS), Map.of("name", "bge-m3"));
        var spec = at(Sketch.resource(rendering, "web").manifest(), "spec", "template", "spec");

        assertThat(String.valueOf(spec))
                .contains("secretRef={name=sample-key}", "nvidia.com/gpu=1", "claimName=slipway-weights")
                .doesNotContain("schedulerName");
    }

    @Test
    void anotherPlacementIsNotSignedForAgain() {
        var blueprint = Sketch.blueprint(Sketch.with(NEEDS));
        var parameters = blueprint.check(Map.of("name", "bge-m3"), Sketch.FACTS).parameters();
        var whole = SampleFacts.placed(Sketch.FACTS, blueprint.needs(parameters, Sketch.FACTS));
        var slices = new Facts.Cluster("b", "r", Set.of(), Set.of("mig"));
        var elsewhere = new Facts(
                Sketch.FACTS.metadata(),
                Sketch.FACTS.team(),
                Sketch.FACTS.environment(),
                Sketch.FACTS.user(),
                slices,
                Sketch.FACTS.models());
        var slice = SampleFacts.placed(elsewhere, blueprint.needs(parameters, elsewhere));

        var one = blueprint.fingerprint(parameters, whole);
        var other = blueprint.fingerprint(parameters, slice);

        assertThat(one.objects()).isNotEqualTo(other.objects());
        assertThat(one.signed()).isEqualTo(other.signed());
    }

    @Test
    void outputsReferToSecretsAndNeverHoldThem() {
        var blueprint = Sketch.blueprint(Sketch.with(NEEDS));
        var parameters = blueprint.check(Map.of("name", "bge-m3"), Sketch.FACTS).parameters();

        assertThat(blueprint.outputs(parameters, Sketch.FACTS))
                .containsExactly(new Output("key", "key", "secret", null, new Facts.SecretKey("sample-key", "token")));
        assertThat(blueprint.outputs()).containsExactly(new OutputDeclaration("key", "key", "secret", true));
    }

    @Test
    void networkPoliciesOpenWhatIsDeclaredAndNothingElse() {
        var rendering = Sketch.render(Sketch.with(NEEDS + """
                        network:
                          ingress:
                            - {to: web, port: 8000, from: team}
                            - {to: web, port: 9000, from: gateway, when: "${parameters.debug}"}
                          egress:
                            - {from: web, port: 443, to: 10.1.0.0/16}
                            - {from: web, to: registry}
                        """), Map.of("name", "bge-m3"));
        var policy = Sketch.resource(rendering, "network-web").manifest();

        assertThat(at(policy, "metadata", "name")).isEqualTo("sample-web");
        assertThat(at(policy, "spec", "podSelector", "matchLabels"))
                .isEqualTo(Map.of("app.kubernetes.io/instance", "sample", "slipway.dev/resource", "web"));
        assertThat(at(policy, "spec", "ingress"))
                .isEqualTo(List.of(Map.of(
                        "from",
                        List.of(Map.of(
                                "namespaceSelector", Map.of("matchLabels", Map.of("slipway.dev/team", "claims")))),
                        "ports",
                        List.of(Map.of("protocol", "TCP", "port", 8000L)))));
        assertThat(String.valueOf(at(policy, "spec", "egress")))
                .contains("ipBlock={cidr=10.1.0.0/16}", "kubernetes.io/metadata.name=registry");
        assertThat(at(policy, "spec", "policyTypes")).isEqualTo(List.of("Ingress", "Egress"));
    }

    private static Object at(Object from, String... path) {
        var at = from;
        for (var step : path) {
            at = ((Map<?, ?>) at).get(step);
            assertThat(at).as(String.join(".", path)).isNotNull();
        }
        return at;
    }
}
