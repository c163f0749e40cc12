package dev.slipway.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.blueprint.schema.KubernetesSchemas;
import dev.slipway.blueprint.schema.Schema;
import dev.slipway.testing.SlipwayTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@SlipwayTest
@ActiveProfiles("demo")
class ClusterSchemasTests {

    @Autowired
    ClusterSchemas schemas;

    @Autowired
    Catalog catalog;

    @Autowired
    JdbcClient jdbc;

    @Test
    void customResourcesAreReadFromTheClusters() {
        var read = schemas.read();

        assertThat(read.digest()).isNotEqualTo(KubernetesSchemas.shipped().digest());
        assertThat(read.find("cert-manager.io/v1", "Certificate").orElseThrow().name())
                .isEqualTo("certificates.cert-manager.io/v1");
        assertThat(read.find("cert-manager.io/v1", "Certificate").orElseThrow().field("metadata"))
                .get()
                .isInstanceOf(Schema.Fields.class);
        assertThat(read.isServedNowhere("serving.kserve.io/v1beta1", "InferenceService"))
                .isFalse();
        assertThat(read.isServedNowhere("ray.io/v1", "RayCluster")).isTrue();
    }

    @Test
    void aVersionIsStoredWithTheSchemasItWasCheckedAgainst() {
        var version = catalog.latest("kserve-inference-service").orElseThrow();

        var row = jdbc.sql("""
                        select s.digest, s.kubernetes, s.document::text as document
                        from catalog.version v join catalog.schemas s on s.digest = v.schemas
                        where v.name = :name and v.version = :version""")
                .param("name", version.name())
                .param("version", version.version())
                .query()
                .singleRow();

        var kept = KubernetesSchemas.of(JsonMapper.shared()
                .readValue(String.valueOf(row.get("document")), new TypeReference<Map<String, Object>>() {}));
        assertThat(kept.digest()).isEqualTo(row.get("digest"));
        assertThat(kept.version()).isEqualTo(row.get("kubernetes")).isEqualTo("v1.36.3");
        assertThat(kept.kinds()).containsExactly("serving.kserve.io/v1beta1/InferenceService", "v1/Service");
    }
}
