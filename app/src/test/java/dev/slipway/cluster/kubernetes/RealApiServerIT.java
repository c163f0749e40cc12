package dev.slipway.cluster.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.slipway.cluster.ApplyOptions;
import dev.slipway.cluster.ClusterException;
import dev.slipway.cluster.ClusterException.FieldProblem;
import dev.slipway.cluster.Manifest;
import dev.slipway.cluster.Node;
import dev.slipway.cluster.ObjectChange;
import dev.slipway.cluster.ObjectKey;
import dev.slipway.kernel.ClusterId;
import dev.slipway.testbed.ControlPlane;
import dev.slipway.testbed.RequiresControlPlane;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What only a real API server does, beyond the contract that the sandbox keeps as well. */
@RequiresControlPlane
class RealApiServerIT {

    private static final Duration LONG = Duration.ofSeconds(40);

    @SuppressWarnings("NullAway.Init")
    private static KubernetesCluster cluster;

    private final String namespace = "real-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeAll
    static void connect() {
        cluster = connect(ControlPlane.shared().kubeconfig());
    }

    @AfterAll
    static void close() {
        cluster.close();
    }

    @BeforeEach
    void makeNamespace() {
        apply("{apiVersion: v1, kind: Namespace, metadata: {name: %s}}".formatted(namespace));
        await().atMost(LONG)
                .until(() -> cluster.get(new ObjectKey("v1", "ServiceAccount", namespace, "default"))
                        .isPresent());
    }

    @AfterEach
    void removeNamespace() {
        cluster.delete(new ObjectKey("v1", "Namespace", null, namespace), null, null);
    }

    @Test
    void aDeploymentThatMayNotRunIsWarnedOf() {
        apply("""
                {apiVersion: v1, kind: Namespace, metadata: {name: %s, labels: {
                 pod-security.kubernetes.io/enforce: restricted, pod-security.kubernetes.io/warn: restricted}}}""".formatted(namespace));

        var applied = cluster.apply(manifest(deployment("{privileged: true}")), ApplyOptions.OWN.asDryRun());

        assertThat(applied.warnings())
                .singleElement()
                .asString()
                .startsWith("would violate PodSecurity \"restricted:latest\": privileged (container \"main\"");
    }

    @Test
    void everyTextComesBackAsItWas() {
        var text =
                "a\tb\r\nc\u0001\u0007\u001f\u007f\u0080\u0085\u009f\u00a0ü\u2028\u2029\ufeff\ufffe\uffff\ud83d\ude80 \"\\' # {x}: ${y} ";
        var key = new ObjectKey("v1", "ConfigMap", namespace, "text");
        var metadata = Map.of("name", key.name(), "namespace", namespace);
        cluster.apply(
                new Manifest(Map.of(
                        "apiVersion", "v1", "kind", "ConfigMap", "metadata", metadata, "data", Map.of("text", text))),
                ApplyOptions.OWN);

        assertThat(cluster.get(key))
                .hasValueSatisfying(found -> assertThat(found.content()).containsEntry("data", Map.of("text", text)));
    }

    @Test
    void aKindIsUsableAsSoonAsItIsServed() {
        var group = namespace + ".example.com";
        var definition = apply(customResource(group));
        try {
            var key = new ObjectKey(group + "/v1", "Widget", namespace, "one");
            await().atMost(LONG)
                    .ignoreExceptions()
                    .until(() ->
                            cluster.list(group + "/v1", "Widget", namespace, "").isEmpty());
            var widget = "{apiVersion: %s/v1, kind: Widget, metadata: {name: one, namespace: %s}, spec: {size: %s}}";
            apply(widget.formatted(group, namespace, "3"));

            assertThat(cluster.get(key))
                    .hasValueSatisfying(found -> assertThat(found.content()).containsEntry("spec", Map.of("size", 3L)));
            assertThat(problems(widget.formatted(group, namespace, "3, seize: 4")))
                    .extracting(FieldProblem::path)
                    .containsExactly("spec.seize");
            assertThat(problems(widget.formatted(group, namespace, "large")))
                    .extracting(FieldProblem::path)
                    .containsExactly("spec.size");
            assertThat(cluster.delete(key, null, null)).isTrue();
        } finally {
            cluster.delete(definition.key(), null, null);
        }
    }

    @Test
    void anEndingNamespaceTakesNothingNewForNow() {
        apply("{apiVersion: v1, kind: ConfigMap, metadata: {name: stays, namespace: %s, finalizers: [a.example/b]}}"
                .formatted(namespace));
        cluster.delete(new ObjectKey("v1", "Namespace", null, namespace), null, null);

        await().atMost(LONG)
                .untilAsserted(() -> assertThatExceptionOfType(ClusterException.Transient.class)
                        .isThrownBy(() -> apply(configMap("new")))
                        .withMessageContaining("being terminated"));
        apply("{apiVersion: v1, kind: ConfigMap, metadata: {name: stays, namespace: %s}}".formatted(namespace));
    }

    @Test
    void theNodesTellTheirGpusTheirLabelsAndWhatIsTaken() {
        var slice = "nvidia.com/mig-3g.40gb";
        var before = taken(slice);
        assertThat(cluster.capabilities().nodes())
                .filteredOn(node -> "h100-mig".equals(node.labels().get("slipway.dev/pool")))
                .isNotEmpty()
                .allSatisfy(node -> {
                    assertThat(node.ready()).isTrue();
                    assertThat(node.allocatable()).containsKey(slice);
                    assertThat(node.labels()).containsKey("nvidia.com/gpu.product");
                });

        apply(deployment("{}").replace("image: x", "image: x, resources: {limits: {\"%s\": 2}}".formatted(slice)));

        await().atMost(LONG).untilAsserted(() -> assertThat(taken(slice)).isEqualTo(before + 2));
    }

    /** The API server's own proxy would take away the header that a model server asks for. */
    @Test
    void aServiceIsReachedThroughAForwardedPortWithItsKey() throws Exception {
        apply(deployment("{}").replace("image: x", "image: x, ports: [{name: http, containerPort: 8000}]"));
        apply("""
                {apiVersion: v1, kind: Service, metadata: {name: web, namespace: %s},
                 spec: {selector: {app: web}, ports: [{port: 80, targetPort: http}]}}""".formatted(namespace));
        var service = await().atMost(LONG)
                .ignoreExceptionsInstanceOf(ClusterException.class)
                .until(() -> cluster.connect(namespace, "web", 80), Objects::nonNull);

        for (var path : List.of("v1/models", "health")) {
            var request = HttpRequest.newBuilder(service.base().resolve(path))
                    .header("Authorization", "Bearer key")
                    .timeout(LONG)
                    .build();
            var answer = service.client().send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).startsWith("GET /" + path + " HTTP/1.1").contains("Authorization: Bearer key");
        }
    }

    @Test
    void aContainerThatThePodDoesNotHaveHasNoLog() {
        apply(deployment("{}"));
        await().atMost(LONG).until(() -> !pods().isEmpty());
        var pod = pods().getFirst().key().name();

        assertThatExceptionOfType(ClusterException.Invalid.class)
                .isThrownBy(() -> cluster.logs(namespace, pod, "nobody", 5))
                .withMessageContaining("nobody");
    }

    @Test
    void aWatchGoesOnAfterAllConnectionsWereCut() throws Exception {
        var kubeconfig = ControlPlane.shared().kubeconfig();
        var changes = new CopyOnWriteArrayList<ObjectChange>();
        try (var relay = new Relay(server(kubeconfig));
                var through = connect(kubeconfig.replace(server(kubeconfig).toString(), relay.address()));
                var watch = through.watch(changes::add)) {
            assertThat(watch).isNotNull();
            apply(configMap("before"));
            await().atMost(LONG).until(() -> told(changes, "before", ObjectChange.Type.ADDED));

            relay.cut();
            apply(configMap("meanwhile"));
            cluster.delete(manifest(configMap("before")).key(), null, null);

            await().atMost(LONG).until(() -> told(changes, "meanwhile", ObjectChange.Type.ADDED));
            await().atMost(LONG).until(() -> told(changes, "before", ObjectChange.Type.DELETED));
            assertThat(through.ping()).isPositive();
        }
    }

    @Test
    void aServerWithTheCertificateOfAnotherAuthorityIsNotTrusted() {
        var kubeconfig = ControlPlane.shared().kubeconfig().replaceAll("certificate-authority-data: .*", "");

        assertThatExceptionOfType(ClusterException.Transient.class)
                .isThrownBy(() -> connect(kubeconfig))
                .withMessageContaining("is not trusted");
    }

    @Test
    void credentialsThatAreWrongAreNotAccepted() {
        var kubeconfig = ControlPlane.shared().kubeconfig().replaceAll("token: .*", "token: wrong");

        assertThatExceptionOfType(ClusterException.Transient.class)
                .isThrownBy(() -> connect(kubeconfig))
                .withMessageContaining("does not accept the credentials");
    }

    private static KubernetesCluster connect(String kubeconfig) {
        return KubernetesCluster.connect(
                new ClusterId("testbed"),
                new KubeconfigSource.Text(kubeconfig, null),
                InstantSource.system(),
                Duration.ofSeconds(15));
    }

    private static URI server(String kubeconfig) {
        var server = Pattern.compile("server: \"?(https://[^\\s\"]+)").matcher(kubeconfig);
        assertThat(server.find()).isTrue();
        return URI.create(server.group(1));
    }

    private boolean told(List<ObjectChange> changes, String name, ObjectChange.Type type) {
        return changes.stream()
                .anyMatch(change -> Objects.equals(change.key().namespace(), namespace)
                        && change.key().name().equals(name)
                        && change.type() == type);
    }

    private static long taken(String resource) {
        return cluster.capabilities().nodes().stream()
                .map(Node::requested)
                .mapToLong(requested -> requested.getOrDefault(resource, 0L))
                .sum();
    }

    private List<Manifest> pods() {
        return cluster.list("v1", "Pod", namespace, "app=web");
    }

    private static Manifest apply(String yaml) {
        return cluster.apply(manifest(yaml), ApplyOptions.OWN).object();
    }

    private static List<FieldProblem> problems(String yaml) {
        try {
            apply(yaml);
            return List.of();
        } catch (ClusterException.Invalid invalid) {
            return invalid.problems();
        }
    }

    @SuppressWarnings("unchecked")
    private static Manifest manifest(String yaml) {
        var loaded = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return new Manifest((Map<String, Object>) loaded);
    }

    private String configMap(String name) {
        return """
                {apiVersion: v1, kind: ConfigMap, metadata: {name: %s, namespace: %s,
                 labels: {app.kubernetes.io/managed-by: slipway}}}""".formatted(name, namespace);
    }

    private String deployment(String securityContext) {
        return """
                {apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: %s},
                 spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}},
                 spec: {containers: [{name: main, image: x, securityContext: %s}]}}}}""".formatted(namespace, securityContext);
    }

    private static String customResource(String group) {
        return """
                {apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata: {name: widgets.%1$s},
                 spec: {group: %1$s, scope: Namespaced, names: {plural: widgets, kind: Widget},
                 versions: [{name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object,
                 properties: {spec: {type: object, properties: {size: {type: integer}}}}}}}]}}""".formatted(group);
    }
}
