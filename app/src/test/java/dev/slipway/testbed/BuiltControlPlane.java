package dev.slipway.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code testbed/start}, which ends itself should this JVM be killed. */
record BuiltControlPlane(String kubeconfig, String registry) implements ControlPlane {

    private static final String READY = "KUBECONFIG=";
    private static final List<String> DEVELOPERS_OWN = List.of(
            "SLIPWAY_TESTBED_DIR",
            "SLIPWAY_TESTBED_API_PORT",
            "SLIPWAY_TESTBED_REGISTRY_PORT",
            "SLIPWAY_TESTBED_NODES",
            "SLIPWAY_TESTBED_READY_MS");

    static String missing() {
        try {
            var check = testbed("--check").redirectErrorStream(true).start();
            var reason = String.join(" ", check.inputReader().readAllLines());
            return check.waitFor() == 0 ? "" : reason;
        } catch (IOException noShell) {
            return "testbed/start does not run: " + noShell.getMessage();
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    static BuiltControlPlane start() {
        try {
            var process = testbed(
                            "--with-parent",
                            Long.toString(ProcessHandle.current().pid()))
                    .redirectError(Redirect.INHERIT)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process)));
            var ready = process.inputReader().readLine();
            if (ready == null) {
                throw new IllegalStateException("testbed/start ended with " + process.waitFor());
            }
            return read(Path.of(ready.substring(ready.indexOf(READY) + READY.length())));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    private static ProcessBuilder testbed(String... arguments) {
        var command = Stream.concat(
                        Stream.of(repository().resolve("testbed/start").toString()), Stream.of(arguments))
                .toList();
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeAll(DEVELOPERS_OWN);
        return builder;
    }

    private static BuiltControlPlane read(Path kubeconfig) throws IOException {
        var environment = new Properties();
        try (var lines = Files.newBufferedReader(kubeconfig.resolveSibling("env"))) {
            environment.load(lines);
        }
        return new BuiltControlPlane(
                Files.readString(kubeconfig), environment.getProperty("SLIPWAY_TESTBED_REGISTRY", ""));
    }

    private static void stop(Process process) {
        process.destroy();
        try {
            process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    static Path repository() {
        var here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("testbed/start"))
                ? here
                : here.resolve("..").normalize();
    }

    private static IllegalStateException interrupted(InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(interrupted);
    }
}
