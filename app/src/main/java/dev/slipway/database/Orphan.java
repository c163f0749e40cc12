package dev.slipway.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The server that a killed portal leaves running; a new one cannot start on its data. */
final class Orphan {

    private Orphan() {}

    static void stop(Path data) throws IOException {
        var file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        var pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        var old = ProcessHandle.of(pid)
                .filter(process -> process.info().command().orElse("").endsWith("/bin/postgres"));
        if (old.isPresent()) {
            stop(old.get());
        }
    }

    private static void stop(ProcessHandle process) throws IOException {
        process.destroy();
        try {
            process.onExit().get(20, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException failure) {
            throw new IOException(
                    "PostgreSQL of an earlier start (process %d) does not end".formatted(process.pid()), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }
}
