package dev.slipway.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.blueprint.definition.Kinds;
import dev.slipway.blueprint.schema.KubernetesSchemas;
import dev.slipway.blueprint.schema.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KubernetesSchemasTests {

    private static final KubernetesSchemas SCHEMAS = KubernetesSchemas.builtIn();

    @Test
    void theSnapshotSaysWhichKubernetesItIsOf() {
        assertThat(SCHEMAS.version()).matches("v1\\.[0-9]+\\.[0-9]+");
    }

    @Test
    void everyKindOfKubernetesItselfIsInTheSnapshot() {
        var own = Kinds.allowed().stream()
                .filter(kind -> !kind.substring(0, kind.indexOf('/')).contains(".")
                        || kind.matches("(networking|resource)\\.k8s\\.io/.*"))
                .collect(Collectors.toSet());

        assertThat(SCHEMAS.kinds()).containsExactlyInAnyOrderElementsOf(own);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        apps/v1/Deployment             | spec.replicas                                      | Whole
        apps/v1/Deployment             | spec.selector.matchLabels                          | Entries
        apps/v1/Deployment             | spec.template.spec.containers                      | Items
        apps/v1/Deployment             | spec.template.spec.containers.name                 | Text
        apps/v1/Deployment             | spec.template.spec.containers.resources.limits     | Entries
        apps/v1/Deployment             | spec.template.spec.containers.resources.limits.cpu | Amount
        apps/v1/Deployment             | spec.template.spec.containers.livenessProbe.httpGet.port | WholeOrText
        apps/v1/Deployment             | spec.template.spec.hostNetwork                     | Truth
        apps/v1/Deployment             | status.conditions.reason                           | Text
        v1/ConfigMap                   | data.anything                                      | Text
        batch/v1/CronJob               | spec.jobTemplate.spec.template.metadata.labels     | Entries
        resource.k8s.io/v1/ResourceClaimTemplate | spec.spec.devices.requests.exactly.count | Whole
        """)
    void knowsTheTypeOfAField(String kind, String path, String type) {
        assertThat(at(kind, path).getClass().getSimpleName()).isEqualTo(type);
    }

    @Test
    void knowsWhatMustBeThereWhatIsAllowedAndWhatMustDiffer() {
        var container = (Schema.Fields) ((Schema.Items) at("v1/Pod", "spec.containers")).item();

        assertThat(container.required()).containsExactly("name");
        assertThat(container.shortName()).isEqualTo("Container");
        assertThat(container.field("imagePullPolicy"))
                .hasValueSatisfying(policy ->
                        assertThat(((Schema.Text) policy).choices()).contains("Always", "IfNotPresent", "Never"));
        var ports = (Schema.Items) container.field("ports").orElseThrow();
        assertThat(ports.uniqueness()).isEqualTo(Schema.Uniqueness.BY_KEYS);
        assertThat(ports.keys()).containsExactlyInAnyOrder("containerPort", "protocol");
        assertThat(((Schema.Fields) ports.item()).defaulted()).contains("protocol");
        assertThat(container.description()).isNotBlank().doesNotContain("\n");
    }

    @Test
    void aWholeNumberHasTheBoundsOfItsFormat() {
        var port = (Schema.Whole) at("v1/Service", "spec.ports.port");

        assertThat(List.of(port.least(), port.most()))
                .containsExactly((long) Integer.MIN_VALUE, (long) Integer.MAX_VALUE);
    }

    @Test
    void aCustomResourceIsReadFromItsDefinition() {
        var schemas = SCHEMAS.withCustomResource(Map.of(
                "spec",
                Map.of(
                        "group",
                        "example.dev",
                        "names",
                        Map.of("kind", "Engine"),
                        "versions",
                        List.of(
                                version("v1", true, Map.of("cylinders", Map.of("type", "integer", "maximum", 16))),
                                version("v1alpha1", false, Map.of())))));
        var engine = schemas.find("example.dev/v1", "Engine").orElseThrow();

        assertThat(((Schema.Whole) engine.field("cylinders").orElseThrow()).most())
                .isEqualTo(16);
        assertThat(engine.field("metadata")).get().isInstanceOf(Schema.Fields.class);
        assertThat(engine.open()).isFalse();
        assertThat(schemas.find("example.dev/v1alpha1", "Engine")).isEmpty();
        assertThat(schemas.find("apps/v1", "Deployment")).isPresent();
        assertThat(SCHEMAS.find("example.dev/v1", "Engine")).isEmpty();
    }

    @Test
    void aCustomResourceIsReadFromWhatTheClusterServes() {
        var schemas = KubernetesSchemas.none()
                .withOpenApi(document(Map.of(
                        "dev.example.v1.Engine",
                        Map.of(
                                "type",
                                "object",
                                "properties",
                                Map.of(
                                        "metadata",
                                        Map.of("type", "object"),
                                        "fuel",
                                        Map.of("allOf", List.of(Map.of("$ref", "#/components/schemas/Fuel")))),
                                "x-kubernetes-group-version-kind",
                                List.of(Map.of("group", "example.dev", "version", "v1", "kind", "Engine"))),
                        "Fuel",
                        Map.of("type", "string", "enum", List.of("petrol", "diesel")),
                        "Unrelated",
                        Map.of("type", "string"))));

        var fuel = schemas.find("example.dev/v1", "Engine").orElseThrow().field("fuel");
        assertThat(((Schema.Text) fuel.orElseThrow()).choices()).containsExactly("petrol", "diesel");
        assertThat(schemas.kinds()).containsExactly("example.dev/v1/Engine");
    }

    @Test
    void aDefinitionThatContainsItselfEnds() {
        var schemas = KubernetesSchemas.none()
                .withOpenApi(document(Map.of(
                        "Tree",
                        Map.of(
                                "type",
                                "object",
                                "properties",
                                Map.of(
                                        "metadata",
                                        Map.of("type", "object"),
                                        "branch",
                                        Map.of("$ref", "#/components/schemas/Tree")),
                                "x-kubernetes-group-version-kind",
                                List.of(Map.of("group", "", "version", "v1", "kind", "Tree"))))));

        assertThat(schemas.find("v1", "Tree").orElseThrow().field("branch"))
                .get()
                .isInstanceOf(Schema.Anything.class);
    }

    @Test
    void equalSchemasHaveTheSameDigestAndOthersAnother() {
        var empty = Map.<String, Object>of();

        assertThat(SCHEMAS.digest())
                .startsWith("sha256:")
                .isEqualTo(SCHEMAS.withOpenApi(empty).digest());
        assertThat(KubernetesSchemas.none().digest()).isNotEqualTo(SCHEMAS.digest());
    }

    private static Map<String, Object> document(Map<String, Object> definitions) {
        return Map.of("components", Map.of("schemas", definitions));
    }

    private static Map<String, Object> version(String name, boolean served, Map<String, Object> fields) {
        var schema = new LinkedHashMap<String, Object>(Map.of("type", "object", "properties", fields));
        return Map.of("name", name, "served", served, "schema", Map.of("openAPIV3Schema", schema));
    }

    private static Schema at(String kind, String path) {
        var end = kind.lastIndexOf('/');
        Schema schema =
                SCHEMAS.find(kind.substring(0, end), kind.substring(end + 1)).orElseThrow();
        for (var step : path.split("\\.")) {
            var within = schema instanceof Schema.Items items ? items.item() : schema;
            schema = within instanceof Schema.Entries entries
                    ? entries.value()
                    : ((Schema.Fields) within).field(step).orElseThrow();
        }
        return schema;
    }
}
