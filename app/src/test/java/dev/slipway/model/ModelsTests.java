package dev.slipway.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testing.SlipwayTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SlipwayTest
class ModelsTests {

    private static final Instant MONDAY = Instant.parse("2026-11-16T08:00:00Z");

    @Autowired
    Models models;

    @Autowired
    ModelRepository repository;

    @Test
    void ofSeveralVersionsTheOneCertifiedLastCounts() {
        certify("tiny", "2.0.0", "Tiny", MONDAY);
        certify("tiny", "1.9.0", "Tiny", MONDAY.plusSeconds(1));
        certify("small", "1.0.0", "A small one", MONDAY);
        certify("small", "1.1.0", "A small one", MONDAY);

        assertThat(models.find("tiny")).hasValueSatisfying(model -> {
            assertThat(model.version()).isEqualTo("1.9.0");
            assertThat(model.kind()).isEqualTo(ModelView.Kind.EMBEDDING);
            assertThat(model.pinned())
                    .startsWith("registry.slipway.internal/models/tiny@sha256:")
                    .endsWith("a");
        });
        assertThat(models.find("none")).isEmpty();
        assertThat(models.certified())
                .extracting(model -> model.name() + " " + model.version())
                .containsExactly("small 1.1.0", "tiny 1.9.0");
    }

    private void certify(String name, String version, String title, Instant at) {
        var example = new ExampleModels.Example(
                name,
                version,
                title,
                "models/" + name,
                "sha256:" + "a".repeat(64),
                "Apache 2.0",
                "embedding",
                1L << 30,
                1_000_000,
                0,
                512,
                "none",
                384,
                "For tests");
        repository.saveAndFlush(new Model(example, at));
    }
}
