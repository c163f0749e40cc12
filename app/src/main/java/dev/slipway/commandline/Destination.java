package dev.slipway.commandline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where a report goes. */
final class Destination {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the report to this file; people's words stay on the standard output.")
    private @Nullable Path file;

    void write(String report) {
        var target = file;
        if (target == null) {
            command.commandLine().getOut().print(report);
            return;
        }
        try {
            var folder = target.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(target, report);
        } catch (IOException e) {
            throw new UnusableFileException("%s cannot be written: %s.".formatted(target, e.getMessage()), e);
        }
    }

    /** Beside a report that goes to a file, what people want to know goes to the standard output. */
    void write(String report, String words) {
        write(report);
        if (file != null) {
            command.commandLine().getOut().print(words);
        }
    }
}
