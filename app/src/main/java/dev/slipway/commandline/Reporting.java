package dev.slipway.commandline;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What commands have in common that go through several folders and report on all of them. */
final class Reporting {

    @Parameters(arity = "1..*", paramLabel = "FOLDER", description = "Folders with a blueprint.yaml.")
    private List<Path> folders = List.of();

    @Mixin
    private Destination destination = new Destination();

    List<Path> folders() {
        return folders;
    }

    /**
     * Writes the report where it was asked for.
     *
     * @return the exit code
     */
    int write(String report, String words, boolean isFine) {
        destination.write(report, words);
        return isFine ? SlipwayCommand.FINE : SlipwayCommand.AT_FAULT;
    }
}
