package dev.slipway.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SlipwayCommandTests {

    @TempDir
    private Path root = Path.of("");

    static Stream<Arguments> misuses() {
        return Stream.of(
                misuse("Unmatched argument at index 0: 'blueprnt'", "blueprnt"),
                misuse("Did you mean: blueprint check?", "blueprint", "chek", "."),
                misuse("Missing required subcommand", "blueprint"),
                misuse("Missing required parameter: 'FOLDER'", "blueprint", "check"),
                misuse("There is no folder nowhere.", "blueprint", "check", "nowhere"),
                misuse("src is no blueprint: it has no blueprint.yaml.", "blueprint", "test", "src"),
                misuse("expected one of [TEXT, SARIF, JSON]", "blueprint", "check", "--format", "xml", "."),
                misuse("expected one of [TEXT, JUNIT, JSON]", "blueprint", "test", "--format", "sarif", "."),
                misuse("Missing required parameter: 'NEW'", "blueprint", "diff", "."),
                misuse("expected one of [NEVER, STEP, BREAKING]", "blueprint", "diff", "--fail-on", "x", ".", "."),
                misuse("Unknown option: '--fast'", "blueprint", "check", "--fast", "."));
    }

    private static Arguments misuse(String answer, String... arguments) {
        return Arguments.of(answer, arguments);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("misuses")
    void aMisuseIsExplained(String answer, String... arguments) {
        var run = Run.of(arguments);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(answer).doesNotContain("\tat ");
    }

    @Test
    void aReportThatCannotBeWrittenIsAMisuse() throws IOException {
        var folder = Folders.write(root, "hello", Folders.RIGHT);
        var file = Files.writeString(root.resolve("file"), "");

        var run = Run.of(
                "blueprint",
                "check",
                folder.toString(),
                "-o",
                file.resolve("report").toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("cannot be written");
    }

    @Test
    void helpSaysWhatThereIs() {
        assertThat(Run.of("--help").out()).contains("blueprint");
        assertThat(Run.of("blueprint", "--help").out()).contains("check", "test", "render", "diff", "Exit codes");
        assertThat(Run.of("blueprint", "check", "-h").exit()).isZero();
    }

    @Test
    void settingsOfThePortalAreNoCommand() {
        assertThat(SlipwayCommand.isMeantBy()).isFalse();
        assertThat(SlipwayCommand.isMeantBy("--server.port=9090")).isFalse();
        assertThat(SlipwayCommand.isMeantBy("blueprint", "check")).isTrue();
        assertThat(SlipwayCommand.isMeantBy("--help")).isTrue();
    }
}
