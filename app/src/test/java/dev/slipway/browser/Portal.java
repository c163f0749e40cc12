package dev.slipway.browser;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A portal in a process of its own, as a person starts it, so that it can be killed as a machine kills it. */
final class Portal implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final int port;
    private final Path log;

    private Portal(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /**
     * Starts the demo and waits for its first page.
     *
     * @param data where it keeps its database; a second start on the same folder goes on with it
     * @param arguments settings beyond those of the demo: {@code --slipway.x=y}
     */
    static Portal start(Path data, List<String> arguments) {
        try {
            var port = freePort();
            var log = Files.createTempFile(Files.createDirectories(data), "portal", ".log");
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-XX:TieredStopAtLevel=1",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-jar",
                    jar().toString(),
                    "--spring.profiles.active=demo",
                    "--server.port=" + port,
                    "--slipway.database.folder=" + data));
            command.addAll(arguments);
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            var portal = new Portal(process, port, log);
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            portal.awaitFirstPage();
            return portal;
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** As {@code kill -9} does: no shutdown hook, no goodbye. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    @Override
    public void close() {
        process.destroy();
        awaitEnd();
    }

    private void awaitFirstPage() throws IOException {
        var client = HttpClient.newHttpClient();
        var signIn = HttpRequest.newBuilder(URI.create(url() + "/sign-in")).build();
        var giveUp = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(giveUp) && process.isAlive()) {
            try {
                if (client.send(signIn, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
                Thread.sleep(200);
            } catch (java.net.ConnectException notYet) {
                pause();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        process.destroyForcibly();
        throw new IllegalStateException("the portal did not start:\n" + Files.readString(log));
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitEnd() {
        process.onExit().orTimeout(30, java.util.concurrent.TimeUnit.SECONDS).join();
    }

    /** The jar that the build has just made; the tests' own classes are no part of a portal. */
    private static Path jar() {
        var jar = Path.of("target", "slipway.jar").toAbsolutePath();
        if (!Files.exists(jar)) {
            throw new IllegalStateException("the journeys need the packaged portal: mvn verify makes it");
        }
        return jar;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
