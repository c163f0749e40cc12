package dev.slipway.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
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
import java.util.concurrent.TimeUnit;

/** A portal in a process of its own, as a person starts it, so that it can be killed as a machine kills it. */
final class Portal implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final List<String> command;
    private final String url;
    private final Path log;
    private Process process;

    private Portal(List<String> command, String url, Path log) {
        this.command = command;
        this.url = url;
        this.log = log;
        process = begin();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /**
     * Starts the demo and waits until it is ready.
     *
     * @param data where it keeps its database and what it knows of its sandbox clusters
     * @param arguments settings beyond those of the demo: {@code --slipway.x=y}
     */
    static Portal start(Path data, List<String> arguments) {
        try {
            var port = freePort();
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-jar",
                    jar().toString(),
                    "--spring.profiles.active=demo",
                    "--server.port=" + port,
                    "--slipway.database.folder=" + data,
                    "--slipway.cluster.data=" + data.resolve("clusters")));
            command.addAll(arguments);
            var log = Files.createTempFile(Files.createDirectories(data), "portal", ".log");
            var portal = new Portal(List.copyOf(command), "http://127.0.0.1:" + port, log);
            portal.awaitReady();
            return portal;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String url() {
        return url;
    }

    /** As {@code kill -9} does: no shutdown hook, no goodbye. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** At the same address, over the same data, after {@link #kill()}. */
    void startAgain() {
        process = begin();
        awaitReady();
    }

    /** So that it stops its database too. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Process begin() {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void awaitReady() {
        var giveUp = Instant.now().plus(PATIENCE);
        try (var client = HttpClient.newHttpClient()) {
            while (!isReady(client)) {
                if (Instant.now().isAfter(giveUp) || !process.isAlive()) {
                    kill();
                    throw new IllegalStateException("the portal did not start:\n" + Files.readString(log));
                }
                Thread.sleep(PAUSE);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Pages answer a little earlier, before the catalog is filled for the first time. */
    private boolean isReady(HttpClient client) throws IOException, InterruptedException {
        var readiness = HttpRequest.newBuilder(URI.create(url + "/actuator/health/readiness"))
                .build();
        try {
            return client.send(readiness, BodyHandlers.discarding()).statusCode() == 200;
        } catch (ConnectException notYet) {
            return false;
        }
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
