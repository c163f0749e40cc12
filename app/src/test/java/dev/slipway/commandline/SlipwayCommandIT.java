package dev.slipway.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar as CI calls it. */
class SlipwayCommandIT {

    @TempDir
    private Path root = Path.of("");

    @Test
    void theCatalogueIsFineAndNothingElseIsSaid() throws Exception {
        var run = jar("blueprint", "test", "../templates-catalog/rag-stack");

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("../templates-catalog/rag-stack\n  ok    ")
                .endsWith(" tests, 0 failed.\n");
        assertThat(run.exit()).isZero();
    }

    @Test
    void aWrongBlueprintFailsTheStep() throws Exception {
        var folder = Folders.write(root, "wrong", Folders.RIGHT.replace("kind: ConfigMap", "kind: Secret"));

        var run = jar("blueprint", "check", "--format", "sarif", folder.toString());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("SW-R003");
    }

    @Test
    void aNewVersionThatBreaksFailsTheStep() throws Exception {
        var older = Folders.write(root, "older", Folders.RIGHT);
        var newer = Folders.write(root, "newer", Folders.RIGHT.replace("maximum: 3", "maximum: 2"));

        var run = jar("blueprint", "diff", "--fail-on", "breaking", older.toString(), newer.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("\nBreaks\n  parameters: ", "\n@@ -12,5 +12,5 @@\n");
        assertThat(run.exit()).isEqualTo(1);
    }

    @Test
    void anUnknownCommandDoesNotStartThePortal() throws Exception {
        var run = jar("blueprints");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("'blueprints'");
    }

    private Run jar(String... arguments) throws IOException, InterruptedException {
        var jar = Path.of("target", "slipway.jar").toAbsolutePath();
        assertThat(jar).as("mvn verify makes it").exists();
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                jar.toString()));
        command.addAll(List.of(arguments));
        var err = root.resolve("err.txt");
        var process = new ProcessBuilder(command).redirectError(err.toFile()).start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), out, Files.readString(err));
    }
}
