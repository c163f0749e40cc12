package dev.slipway.commandline;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what is wrong with blueprints before anybody uses them. */
@Command(name = "check", description = "Says what is wrong with blueprints, before anybody uses them.")
final class CheckCommand implements Callable<Integer> {

    enum Format {
        TEXT,
        SARIF,
        JSON
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "FOLDER", description = "Folders with a blueprint.yaml.")
    private List<Path> folders = List.of();

    @Option(names = "--format", paramLabel = "FORMAT", description = "One of: ${COMPLETION-CANDIDATES}.")
    private Format format = Format.TEXT;

    @Option(names = "--strict", description = "Warnings count as errors.")
    private boolean strict;

    @Mixin
    private Destination destination = new Destination();

    @Override
    public Integer call() {
        var checked = Checked.all(folders);
        var out = spec.commandLine().getOut();
        var text = DiagnosticsText.of(checked);
        destination.write(
                switch (format) {
                    case TEXT -> text;
                    case SARIF -> Sarif.of(checked);
                    case JSON -> JsonReport.of(checked);
                },
                out);
        if (destination.isFile()) {
            out.print(text);
        }
        return checked.stream().anyMatch(this::isWrong) ? SlipwayCommand.AT_FAULT : SlipwayCommand.FINE;
    }

    private boolean isWrong(Checked blueprint) {
        return blueprint.errors() > 0 || (strict && blueprint.warnings() > 0);
    }
}
