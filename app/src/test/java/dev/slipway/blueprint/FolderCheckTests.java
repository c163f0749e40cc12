package dev.slipway.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FolderCheckTests {

    private static final BlueprintFiles RIGHT = BlueprintFiles.of(Sketch.with());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/x",
                "tests/../x.yaml",
                "tests/A.yaml",
                "tests/a.yml",
                "docs/more.md",
                "readme.md",
                "<b>x</b>",
                "",
                "tests/a.yaml\n"
            })
    void aFileThatABlueprintDoesNotHaveIsNamed(String path) {
        assertThat(errors(RIGHT.with(path, ""))).contains(path + " SW-S006");
    }

    @Test
    void aNameThatIsNoneIsNotRepeatedInFull() {
        var compilation = new BlueprintCompiler().compile(RIGHT.with("x".repeat(5_000), ""));
        assertThat(compilation.ok()).isFalse();
        assertThat(compilation.diagnostics().getFirst().message()).hasSizeLessThan(250);
    }

    @Test
    void theFilesThatItHasAreTaken() {
        assertThat(errors(RIGHT.with("README.md", "# Title\n\n> Said\n").with("icon.svg", "<svg/>")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "icon.svg", "blueprint.yaml"})
    void everyFileHasTheSameBound(String path) {
        assertThat(errors(RIGHT.with(path, "#" + "x".repeat(256 * 1024)))).containsExactly(path + " SW-Y002");
    }

    @ParameterizedTest
    @CsvSource({"'> ', ''", "'- ', ''", "'*a ', ' b*'", "'![', '](https://example.com)'"})
    void aReadmeThatIsNestedTooDeeplyIsRefused(String open, String close) {
        var readme = open.repeat(6_000) + "deep" + close.repeat(6_000);
        assertThat(errors(RIGHT.with("README.md", readme))).containsExactly("README.md SW-Y002");
    }

    @Test
    void whatIsPublishedStaysReadable() {
        var published = RIGHT.with("docs/more.md", "").with("README.md", "> ".repeat(6_000));
        assertThat(BlueprintCompiler.unchecked().compile(published).ok()).isTrue();
    }

    private static List<String> errors(BlueprintFiles files) {
        return new BlueprintCompiler()
                .compile(files).diagnostics().stream()
                        .filter(Diagnostic::isError)
                        .map(problem -> problem.file() + " " + problem.code())
                        .toList();
    }
}
