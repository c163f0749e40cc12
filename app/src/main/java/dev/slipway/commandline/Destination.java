package dev.slipway.commandline;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a report goes. */
final class Destination {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the report to this file; people's words stay on the standard output.")
    private @Nullable Path file;

    boolean isFile() {
        return file != null;
    }

    void write(String report, PrintWriter out) {
        var target = file;
        if (target == null) {
            out.print(report);
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
}
