package dev.slipway.commandline;

import dev.slipway.blueprint.TestResult;
import java.util.List;

/** Results of tests for people. */
final class TestsText {

    private TestsText() {}

    static String of(List<Tested> blueprints) {
        var text = new StringBuilder();
        blueprints.forEach(blueprint -> add(blueprint, text));
        var number = blueprints.stream()
                .mapToLong(blueprint -> blueprint.results().size())
                .sum();
        var failed = blueprints.stream().mapToLong(Tested::failures).sum();
        var broken =
                blueprints.stream().filter(blueprint -> !blueprint.compiles()).count();
        text.append("%s, %d failed%s.%n"
                .formatted(
                        DiagnosticsText.counted(number, "test"),
                        failed,
                        broken == 0
                                ? ""
                                : ", %s could not be tested".formatted(DiagnosticsText.counted(broken, "blueprint"))));
        return text.toString();
    }

    private static void add(Tested blueprint, StringBuilder text) {
        text.append(blueprint.folder()).append('\n');
        DiagnosticsText.add(blueprint.checked(), text);
        blueprint.results().forEach(result -> add(blueprint.checked().folder(), result, text));
    }

    private static void add(BlueprintFolder folder, TestResult result, StringBuilder text) {
        if (result.passed()) {
            text.append("  ok    ").append(result.name()).append('\n');
            return;
        }
        text.append("  FAIL  %s (%s:%d)%n".formatted(result.name(), folder.path(result.file()), result.line()));
        text.append(result.explanation().indent(8));
    }
}
