package dev.slipway.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class DiffCommandTests {

    private static final String BROKEN = Folders.RIGHT
            .replace("version: 1.0.0", "version: 1.1.0")
            .replace("maximum: 3", "maximum: 2")
            .replace("data: {text", "data: {more: yes, text");

    @TempDir
    private Path root = Path.of("");

    @Test
    void whatBreaksIsToldFirstAndThenTheLines() {
        var run = diff(Folders.RIGHT, BROKEN);

        assertThat(run.out()).isEqualTo("""
                1.0.0 to 1.1.0: 2 changes, 1 of them breaking. The version has to take a major step, and does not.

                Breaks
                  parameters: Parameter copies has to be at most 2; it was 3.

                Changes
                  resources: Resource page (ConfigMap): data.more is yes; it was nothing.

                --- %1$s/old/blueprint.yaml
                +++ %1$s/new/blueprint.yaml
                @@ -3,5 +3,5 @@
                 metadata: {name: hello}
                 spec:
                -  version: 1.0.0
                +  version: 1.1.0
                   title: Hello
                   summary: A page
                @@ -12,5 +12,5 @@
                     properties:
                       greeting: {type: string, title: Greeting, maxLength: 20}
                -      copies: {type: integer, title: Copies, minimum: 1, maximum: 3, default: 1}
                +      copies: {type: integer, title: Copies, minimum: 1, maximum: 2, default: 1}
                   presets: [{name: polite, title: Polite, parameters: {greeting: Good day}}]
                   resources:
                @@ -21,3 +21,3 @@
                         kind: ConfigMap
                         metadata: {name: "${metadata.name}-${n}"}
                -        data: {text: "${parameters.greeting}", kind: "${environment.kind}"}
                +        data: {more: yes, text: "${parameters.greeting}", kind: "${environment.kind}"}
                """.formatted(root));
        assertThat(run.exit()).isZero();
    }

    @Test
    void itFailsOnWhatItIsAskedToFailOn() {
        var major = BROKEN.replace("1.1.0", "2.0.0");

        assertThat(diff(Folders.RIGHT, BROKEN, "--fail-on", "breaking").exit()).isEqualTo(1);
        assertThat(diff(Folders.RIGHT, BROKEN, "--fail-on", "step").exit()).isEqualTo(1);
        assertThat(diff(Folders.RIGHT, major, "--fail-on", "step").exit()).isZero();
        assertThat(diff(Folders.RIGHT, major, "--fail-on", "breaking").exit()).isEqualTo(1);
        assertThat(diff(Folders.RIGHT, Folders.RIGHT, "--fail-on", "step").exit())
                .isZero();
    }

    @Test
    void filesThatAreNewOrGoneAreShownWhole() throws IOException {
        Files.writeString(Folders.write(root, "old", Folders.RIGHT).resolve("README.md"), "one\ntwo\n");
        Folders.write(root, "new", Folders.RIGHT, "name: x\n");

        assertThat(run().out())
                .contains("files: File README.md is gone.", "files: File tests/all.yaml is new.")
                .endsWith("""

                --- %1$s/old/README.md
                +++ /dev/null
                @@ -1,2 +0,0 @@
                -one
                -two

                --- /dev/null
                +++ %1$s/new/tests/all.yaml
                @@ -0,0 +1,1 @@
                +name: x
                """.formatted(root));
    }

    @Test
    void linesThatMoveAreCountedInTheRangesThatFollow() {
        var longer = Folders.RIGHT.replace("  title: Hello\n", "  title: Hello\n  category: other\n  tags: [a]\n");

        assertThat(diff(Folders.RIGHT, longer.replace("copies: {", "copies:  {"))
                        .out())
                .contains("@@ -5,4 +5,6 @@", "@@ -12,5 +14,5 @@");
    }

    @Test
    void jsonHasTheSameForPrograms() {
        var json = JsonMapper.shared()
                .readTree(diff(Folders.RIGHT, BROKEN, "--format", "json").out());

        assertThat(json.at("/advised").asString()).isEqualTo("major");
        assertThat(json.at("/stepEnough").asBoolean()).isFalse();
        assertThat(json.at("/changes/0/effect").asString()).isEqualTo("breaks");
        assertThat(json.at("/changes/0/sentence").asString())
                .isEqualTo("Parameter copies has to be at most 2; it was 3.");
        assertThat(json.at("/files/blueprint.yaml").asString()).contains("+  version: 1.1.0\n");
    }

    @Test
    void ofAFileThatIsNoYamlNothingIsTold() {
        var run = diff(Folders.RIGHT, "spec: [");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("new/blueprint.yaml:").contains("SW-Y001");
    }

    private Run diff(String older, String newer, String... options) {
        Folders.write(root, "old", older);
        Folders.write(root, "new", newer);
        return run(options);
    }

    private Run run(String... options) {
        var arguments = new ArrayList<>(List.of(
                "blueprint",
                "diff",
                root.resolve("old").toString(),
                root.resolve("new").toString()));
        arguments.addAll(List.of(options));
        return Run.of(arguments.toArray(String[]::new));
    }
}
