package dev.slipway.commandline;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what is wrong with blueprints before anybody uses them. */
@Command(name = "check", description = "Says what is wrong with blueprints, before anybody uses them.")
final class CheckCommand implements Callable<Integer> {

    enum Format {
        TEXT,
        SARIF,
        JSON
    }

    @Mixin
    private Reporting reporting = new Reporting();

    @Option(names = "--format", paramLabel = "FORMAT", description = "One of: ${COMPLETION-CANDIDATES}.")
    private Format format = Format.TEXT;

    @Option(names = "--strict", description = "Warnings count as errors.")
    private boolean strict;

    @Override
    public Integer call() {
        var checked = Checked.all(reporting.folders());
        var text = DiagnosticsText.of(checked);
        var report = switch (format) {
            case TEXT -> text;
            case SARIF -> Sarif.of(checked);
            case JSON -> JsonReport.of(checked);
        };
        return reporting.write(report, text, checked.stream().noneMatch(this::isWrong));
    }

    private boolean isWrong(Checked blueprint) {
        return blueprint.errors() > 0 || (strict && blueprint.warnings() > 0);
    }
}
