package dev.slipway.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.blueprint.schema.CustomResources;
import dev.slipway.blueprint.schema.KubernetesSchemas;
import dev.slipway.blueprint.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The custom resources that are described by Slipway itself. */
class CustomResourcesTests {

    private static final KubernetesSchemas SCHEMAS = KubernetesSchemas.shipped();

    @Test
    void areKnownBesidesTheKindsOfKubernetes() {
        var own = new TreeSet<>(SCHEMAS.kinds());
        own.removeAll(KubernetesSchemas.builtIn().kinds());

        assertThat(own)
                .containsExactly(
                        "apps.nvidia.com/v1alpha1/NIMCache",
                        "apps.nvidia.com/v1alpha1/NIMService",
                        "cert-manager.io/v1/Certificate",
                        "monitoring.coreos.com/v1/PodMonitor",
                        "monitoring.coreos.com/v1/ServiceMonitor",
                        "serving.kserve.io/v1beta1/InferenceService");
    }

    @Test
    void takeInTheFieldsOfKubernetesTypes() {
        var predictor = (Schema.Fields) at("serving.kserve.io/v1beta1", "InferenceService", "spec", "predictor");

        assertThat(predictor.field("minReplicas")).get().isInstanceOf(Schema.Whole.class);
        assertThat(predictor.field("securityContext")).get().isInstanceOf(Schema.Fields.class);
        assertThat(predictor.field("ephemeralContainers")).isEmpty();
        assertThat(predictor.open()).isFalse();
        assertThat(at("apps.nvidia.com/v1alpha1", "NIMCache", "spec", "resources", "memory"))
                .isInstanceOf(Schema.Amount.class);
    }

    @Test
    void sayWhatTheyWereWrittenAfter() {
        assertThat(CustomResources.structural())
                .allSatisfy(resource -> assertThat(
                                map(map(resource.get("metadata")).get("annotations")))
                        .hasEntrySatisfying(
                                "slipway.dev/written-after",
                                project -> assertThat(String.valueOf(project)).matches("[\\w-]+/[\\w-]+ v[0-9.]+")));
    }

    @Test
    void areClosedAndStructural() {
        assertThat(CustomResources.structural().stream().flatMap(CustomResourcesTests::keys))
                .doesNotContain("x-kubernetes-preserve-unknown-fields", "$ref", "typeOf", "fieldsOf", "except");
    }

    @Test
    void giveWayToWhatAClusterServes() {
        var served = SCHEMAS.withOpenApi(Map.of(
                "components",
                Map.of(
                        "schemas",
                        Map.of(
                                "io.cert-manager.v1.Certificate",
                                Map.of(
                                        "type",
                                        "object",
                                        "properties",
                                        Map.of(
                                                "metadata", Map.of("type", "object"),
                                                "spec", Map.of("type", "string")),
                                        "x-kubernetes-group-version-kind",
                                        List.of(Map.of(
                                                "group",
                                                "cert-manager.io",
                                                "version",
                                                "v1",
                                                "kind",
                                                "Certificate")))))));

        assertThat(served.find("cert-manager.io/v1", "Certificate")
                        .orElseThrow()
                        .field("spec"))
                .get()
                .isInstanceOf(Schema.Text.class);
    }

    @Test
    void aSelectionOfKindsKeepsWhatTheyReferTo() {
        var some = SCHEMAS.only(Set.of("serving.kserve.io/v1beta1/InferenceService", "v1/Service"));

        assertThat(some.kinds()).containsExactly("serving.kserve.io/v1beta1/InferenceService", "v1/Service");
        assertThat(some.find("v1", "Service")).isEqualTo(SCHEMAS.find("v1", "Service"));
        assertThat(some.version()).isEqualTo(SCHEMAS.version());
        assertThat(KubernetesSchemas.of(some.document()).digest()).isEqualTo(some.digest());
        assertThat(some.digest()).isNotEqualTo(SCHEMAS.digest());
    }

    private static Schema at(String apiVersion, String kind, String... path) {
        Schema at = SCHEMAS.find(apiVersion, kind).orElseThrow();
        for (var field : path) {
            at = ((Schema.Fields) at).field(field).orElseThrow();
        }
        return at;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    private static Stream<String> keys(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return Stream.concat(
                    map.keySet().stream().map(String::valueOf),
                    map.values().stream().flatMap(CustomResourcesTests::keys));
        }
        return value instanceof List<?> list ? list.stream().flatMap(CustomResourcesTests::keys) : Stream.of();
    }
}
