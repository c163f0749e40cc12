package dev.slipway.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A contender in a JVM of its own, so that neither has the other's caches, threads or watches. */
final class ContenderProcess implements Contender {

    private static final List<String> FLAGS =
            List.of("-Xmx512m", "-XX:+UseSerialGC", "--sun-misc-unsafe-memory-access=allow");

    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter orders;
    private final Path log;

    private ContenderProcess(Process process, Path log) {
        this.process = process;
        this.answers = process.inputReader();
        this.orders = process.outputWriter();
        this.log = log;
    }

    /** @param folder for its log */
    static ContenderProcess start(Class<? extends Contender> contender, Path folder, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), contender.getName()));
        command.addAll(List.of(arguments));
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            var started = new ContenderProcess(process, folder.resolve(contender.getSimpleName() + ".log"));
            started.answer();
            return started;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public Duration provision(int count, String prefix) {
        return Duration.ofNanos(Long.parseLong(ask("provision " + count + " " + prefix)));
    }

    @Override
    public void clear() {
        ask("clear");
    }

    private String ask(String order) {
        try {
            orders.write(order);
            orders.newLine();
            orders.flush();
            return answer();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String answer() throws IOException {
        try (var writer = Files.newBufferedWriter(
                log, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND)) {
            for (var line = answers.readLine(); line != null; line = answers.readLine()) {
                if (line.startsWith(Contest.ANSWER)) {
                    return line.substring(Contest.ANSWER.length());
                }
                writer.write(line);
                writer.newLine();
            }
        }
        throw new IllegalStateException("the contender is gone; " + log + " says why");
    }

    @Override
    public void close() {
        try (answers;
                orders) {
            orders.close();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
