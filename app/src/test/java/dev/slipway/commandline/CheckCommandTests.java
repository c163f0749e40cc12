package dev.slipway.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckCommandTests {

    @TempDir
    private Path root = Path.of("");

    @Test
    void aRightBlueprintIsFine() {
        var run = Run.of("blueprint", "check", right());

        assertThat(run).isEqualTo(new Run(0, "1 blueprint checked: 0 errors, 0 warnings.\n", ""));
    }

    @Test
    void whatIsWrongIsShownInItsLine() {
        var run = Run.of("blueprint", "check", right(), wrong());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).isEqualTo("""
                %s/blueprint.yaml:23:36: error SW-E003 'parameters' has no 'greting'. Did you mean 'greeting'?
                            data: {text: "${parameters.greting}", kind: "${environment.kind}"}
                                                       ^
                    write: greeting
                2 blueprints checked: 1 error, 0 warnings.
                """.formatted(root.resolve("wrong")));
    }

    @Test
    void warningsCountOnlyWhenAskedTo() {
        var untitled = Folders.write(root, "untitled", Folders.RIGHT.replace(", title: Copies", ""))
                .toString();

        assertThat(Run.of("blueprint", "check", untitled).exit()).isZero();
        assertThat(Run.of("blueprint", "check", "--strict", untitled).exit()).isEqualTo(1);
    }

    @Test
    void sarifIsWhatItsSchemaAsksFor() throws IOException {
        var spaced = Folders.write(root, "with space", Folders.RIGHT.replace("parameters.copies", "parameters.copis"));
        var run = Run.of("blueprint", "check", "--format", "sarif", right(), wrong(), spaced.toString());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(sarifSchema(run.out())).isEmpty();
        var results = json(run.out()).at("/runs/0/results");
        assertThat(results).hasSize(2);
        assertThat(results.get(0).at("/ruleId").asString()).isEqualTo("SW-E003");
        assertThat(results.get(0).at("/level").asString()).isEqualTo("error");
        assertThat(results.get(0)
                        .at("/locations/0/physicalLocation/region/startLine")
                        .asInt())
                .isEqualTo(23);
        assertThat(results.get(1)
                        .at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asString())
                .endsWith("with%20space/blueprint.yaml");
    }

    @Test
    void theSchemaOfSarifWouldSayOtherwise() throws IOException {
        var run = Run.of("blueprint", "check", "--format", "sarif", wrong());

        assertThat(sarifSchema(run.out().replace("\"startLine\"", "\"line\""))).isNotEmpty();
    }

    @Test
    void jsonNamesEveryBlueprint() {
        var blueprints = json(Run.of("blueprint", "check", "--format", "json", right(), wrong())
                        .out())
                .at("/blueprints");

        assertThat(blueprints.get(0).at("/name").asString()).isEqualTo("hello");
        assertThat(blueprints.get(0).at("/ok").asBoolean()).isTrue();
        assertThat(blueprints.get(1).at("/ok").asBoolean()).isFalse();
        assertThat(blueprints.get(1).at("/diagnostics/0/fix").asString()).isEqualTo("greeting");
    }

    @Test
    void aReportInAFileLeavesWordsForPeople() throws IOException {
        var report = root.resolve("build/check.sarif");

        var run = Run.of("blueprint", "check", "--format", "sarif", "-o", report.toString(), wrong());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).endsWith("1 blueprint checked: 1 error, 0 warnings.\n");
        assertThat(sarifSchema(Files.readString(report))).isEmpty();
    }

    private static java.util.List<?> sarifSchema(String report) throws IOException {
        try (var schema = Objects.requireNonNull(
                CheckCommandTests.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"))) {
            var text = new String(schema.readAllBytes(), StandardCharsets.UTF_8);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(text, InputFormat.JSON)
                    .validate(report, InputFormat.JSON);
        }
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private String right() {
        return Folders.write(root, "right", Folders.RIGHT).toString();
    }

    private String wrong() {
        return Folders.write(root, "wrong", Folders.RIGHT.replace("parameters.greeting", "parameters.greting"))
                .toString();
    }
}
