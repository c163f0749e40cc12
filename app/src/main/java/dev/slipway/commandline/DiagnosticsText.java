package dev.slipway.commandline;

import dev.slipway.blueprint.Diagnostic;
import java.util.List;
import java.util.Locale;

/** Diagnostics as compilers print them: place, code and sentence, then the line with a mark under the column. */
final class DiagnosticsText {

    private static final int LONGEST_LINE = 160;

    private DiagnosticsText() {}

    static String of(List<Checked> blueprints) {
        var text = new StringBuilder();
        blueprints.forEach(blueprint -> add(blueprint, text));
        text.append(summary(blueprints)).append('\n');
        return text.toString();
    }

    static void add(Checked blueprint, StringBuilder text) {
        for (var diagnostic : blueprint.diagnostics()) {
            text.append("%s:%d:%d: %s %s %s%n"
                    .formatted(
                            blueprint.folder().path(diagnostic.file()),
                            diagnostic.line(),
                            diagnostic.column(),
                            diagnostic.severity().name().toLowerCase(Locale.ROOT),
                            diagnostic.code(),
                            diagnostic.message()));
            addLine(blueprint, diagnostic, text);
            diagnostic
                    .fix()
                    .ifPresent(fix -> text.append("    write: ").append(fix).append('\n'));
        }
    }

    private static void addLine(Checked blueprint, Diagnostic diagnostic, StringBuilder text) {
        var lines = blueprint
                .folder()
                .files()
                .byPath()
                .getOrDefault(diagnostic.file(), "")
                .lines();
        var line = lines.skip(diagnostic.line() - 1L).findFirst().orElse("");
        var column = Math.min(diagnostic.column() - 1, line.codePointCount(0, line.length()));
        if (line.isBlank() || line.length() > LONGEST_LINE) {
            return;
        }
        var before = line.substring(0, line.offsetByCodePoints(0, column)).replaceAll("\\S", " ");
        text.append("    ").append(line).append("\n    ").append(before).append("^\n");
    }

    private static String summary(List<Checked> blueprints) {
        var errors = blueprints.stream().mapToLong(Checked::errors).sum();
        var warnings = blueprints.stream().mapToLong(Checked::warnings).sum();
        return "%s checked: %s, %s."
                .formatted(
                        counted(blueprints.size(), "blueprint"),
                        counted(errors, "error"),
                        counted(warnings, "warning"));
    }

    static String counted(long number, String word) {
        return number == 1 ? "1 " + word : number + " " + word + "s";
    }
}
