package dev.slipway.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class RenderCommandTests {

    @TempDir
    private Path root = Path.of("");

    @Test
    void aPresetIsRenderedAsDocumentsOfYaml() {
        var run = Run.of("blueprint", "render", folder(), "--preset", "polite");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).startsWith("# page 0, wave 0\napiVersion: v1\n").contains("text: Good day");
        assertThat(new Load(LoadSettings.builder().build()).loadAllFromString(run.out()))
                .hasSize(1);
    }

    @Test
    void parametersOfAFileCountMoreThanThoseOfAPreset() throws IOException {
        var parameters = Files.writeString(root.resolve("p.json"), "{\"greeting\": \"hey\", \"copies\": 2}");

        var run = Run.of("blueprint", "render", folder(), "--preset", "polite", "--parameters", parameters.toString());

        assertThat(run.out()).contains("name: sample-0", "---\n# page 1, wave 0", "name: sample-1", "text: hey");
    }

    @Test
    void factsCanBeGivenAsInATest() throws IOException {
        var given = Files.writeString(root.resolve("given.yaml"), "environment: {kind: prod}");

        assertThat(Run.of("blueprint", "render", folder(), "--preset", "polite", "--given", given.toString())
                        .out())
                .contains("kind: prod");
    }

    @Test
    void factsThatAreNoneAreRefused() throws IOException {
        var given = Files.writeString(root.resolve("given.yaml"), "environment: {kind: moon}");

        var run = Run.of("blueprint", "render", folder(), "--preset", "polite", "--given", given.toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("given.yaml cannot be used").contains("moon");
    }

    @Test
    void aFileOfParametersThatIsNoMappingIsAMisuse() throws IOException {
        var parameters = Files.writeString(root.resolve("p.yaml"), "greeting: [");
        var list = Files.writeString(root.resolve("list.yaml"), "- greeting");

        var broken = Run.of("blueprint", "render", folder(), "--parameters", parameters.toString());
        assertThat(broken.exit()).isEqualTo(2);
        assertThat(broken.err()).contains("p.yaml:").contains("This is not YAML");
        assertThat(Run.of("blueprint", "render", folder(), "--parameters", list.toString())
                        .err())
                .contains("list.yaml has no mapping of names to values.");
    }

    @Test
    void jsonIsAListThatTheApiServerTakes() {
        var run = Run.of("blueprint", "render", folder(), "--preset", "polite", "--format", "json");

        assertThat(run.out()).contains("\"kind\" : \"List\"", "\"name\" : \"sample-0\"");
    }

    @Test
    void parametersThatAreRefusedAreSaid() {
        assertThat(Run.of("blueprint", "render", folder()))
                .isEqualTo(new Run(1, "", "greeting: Greeting is required.\n"));
    }

    @Test
    void anUnknownPresetIsAMisuse() {
        var run = Run.of("blueprint", "render", folder(), "--preset", "rude");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).startsWith("There is no preset 'rude'; there is polite.");
    }

    private String folder() {
        return Folders.write(root, "hello", Folders.RIGHT).toString();
    }
}
