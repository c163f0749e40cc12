package dev.slipway.commandline;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the tests that travel with blueprints. */
@Command(name = "test", description = "Runs the tests that travel with blueprints.")
final class TestCommand implements Callable<Integer> {

    enum Format {
        TEXT,
        JUNIT,
        JSON
    }

    @Mixin
    private Reporting reporting = new Reporting();

    @Option(names = "--format", paramLabel = "FORMAT", description = "One of: ${COMPLETION-CANDIDATES}.")
    private Format format = Format.TEXT;

    @Override
    public Integer call() {
        var tested = Tested.all(reporting.folders());
        var text = TestsText.of(tested);
        var report = switch (format) {
            case TEXT -> text;
            case JUNIT -> JunitXml.of(tested);
            case JSON -> JsonReport.ofTests(tested);
        };
        return reporting.write(report, text, tested.stream().allMatch(Tested::passed));
    }
}
