package dev.slipway.commandline;

import dev.slipway.blueprint.VersionDiff;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what a newer version of a blueprint changes for those who use the older one. */
@Command(
        name = "diff",
        description = "Tells what a newer version changes, what breaks first, and shows the lines that differ.")
final class DiffCommand implements Callable<Integer> {

    enum Format {
        TEXT,
        JSON
    }

    /** What makes a step of CI fail. */
    enum Failing {
        /** Nothing: differences are no fault. */
        NEVER,
        /** The version rises less than its changes ask for. */
        STEP,
        /** Anything breaks, whatever the version says. */
        BREAKING;

        boolean isMet(VersionDiff diff) {
            return switch (this) {
                case NEVER -> false;
                case STEP -> !diff.changes().isEmpty() && !diff.isStepEnough();
                case BREAKING -> !diff.breaking().isEmpty();
            };
        }
    }

    @Parameters(index = "0", paramLabel = "OLD", description = "The folder of the older version.")
    private Path older = Path.of("");

    @Parameters(index = "1", paramLabel = "NEW", description = "The folder of the newer version.")
    private Path newer = Path.of("");

    @Option(names = "--format", paramLabel = "FORMAT", description = "One of: ${COMPLETION-CANDIDATES}.")
    private Format format = Format.TEXT;

    @Option(
            names = "--fail-on",
            paramLabel = "WHAT",
            description = "Exit with 1 on this; one of: ${COMPLETION-CANDIDATES}."
                    + " STEP: the version rises less than its changes ask for.")
    private Failing failing = Failing.NEVER;

    @Mixin
    private Destination destination = new Destination();

    @Override
    public Integer call() {
        var compared = Compared.of(older, newer);
        var text = DiffText.of(compared);
        destination.write(
                switch (format) {
                    case TEXT -> text;
                    case JSON -> JsonReport.ofDiff(compared);
                },
                text);
        return failing.isMet(compared.diff()) ? SlipwayCommand.AT_FAULT : SlipwayCommand.FINE;
    }
}
