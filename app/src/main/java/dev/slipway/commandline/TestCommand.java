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

/** Runs the tests that travel with blueprints. */
@Command(name = "test", description = "Runs the tests that travel with blueprints.")
final class TestCommand implements Callable<Integer> {

    enum Format {
        TEXT,
        JUNIT,
        JSON
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "FOLDER", description = "Folders with a blueprint.yaml.")
    private List<Path> folders = List.of();

    @Option(names = "--format", paramLabel = "FORMAT", description = "One of: ${COMPLETION-CANDIDATES}.")
    private Format format = Format.TEXT;

    @Mixin
    private Destination destination = new Destination();

    @Override
    public Integer call() {
        var tested = Tested.all(folders);
        var out = spec.commandLine().getOut();
        var text = TestsText.of(tested);
        destination.write(
                switch (format) {
                    case TEXT -> text;
                    case JUNIT -> JunitXml.of(tested);
                    case JSON -> JsonReport.ofTests(tested);
                },
                out);
        if (destination.isFile()) {
            out.print(text);
        }
        return tested.stream().allMatch(Tested::passed) ? SlipwayCommand.FINE : SlipwayCommand.AT_FAULT;
    }
}
