package dev.slipway.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;

class ComposeFileTests {

    private static final Path REPOSITORY = Path.of("..");

    @Test
    void followsTheComposeSpecification() throws IOException {
        try (var schema = getClass().getResourceAsStream("/compose/compose-spec.json")) {
            var errors = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema)
                    .validate(JsonMapper.builder().build().writeValueAsString(compose()), InputFormat.JSON);
            assertThat(errors).isEmpty();
        }
    }

    @Test
    void pinsEveryImage() throws IOException {
        assertThat(services().values())
                .filteredOn(service -> service.containsKey("image"))
                .hasSizeGreaterThan(3)
                .allSatisfy(service -> assertThat((String) service.get("image")).matches(".+:.*[0-9]+\\.[0-9]+.*"));
        assertThat(Files.readAllLines(REPOSITORY.resolve("Dockerfile")))
                .filteredOn(line -> line.startsWith("FROM"))
                .allSatisfy(line -> assertThat(line).containsPattern(":[0-9]+").doesNotContain(":latest"));
    }

    @Test
    void mountsOnlyFilesThatAreThere() throws IOException {
        assertThat(services().values())
                .flatExtracting(service -> service.get("volumes") instanceof List<?> volumes ? volumes : List.of())
                .map(String::valueOf)
                .filteredOn(volume -> volume.startsWith("./"))
                .isNotEmpty()
                .allSatisfy(volume -> assertThat(REPOSITORY.resolve(volume.substring(0, volume.indexOf(':'))))
                        .exists());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> services() throws IOException {
        return (Map<String, Map<String, Object>>) compose().getOrDefault("services", Map.of());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> compose() throws IOException {
        var text = Files.readString(REPOSITORY.resolve("docker-compose.yml"));
        return (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromString(text);
    }
}
