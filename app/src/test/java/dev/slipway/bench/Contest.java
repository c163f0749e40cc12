package dev.slipway.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** The contender's side of a process: does what the lines of its input say, and answers each with a line. */
final class Contest {

    static final String ANSWER = "answer ";

    private Contest() {}

    static void enter(Contender contender) {
        try (contender;
                var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            answer("ready");
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                answer(obey(contender, line.split(" ")));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String obey(Contender contender, String... words) {
        return switch (words[0]) {
            case "provision" ->
                Long.toString(contender
                        .provision(Integer.parseInt(words[1]), words[2])
                        .toNanos());
            case "clear" -> {
                contender.clear();
                yield "cleared";
            }
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    private static void answer(String text) {
        System.out.println(ANSWER + text);
    }

    static List<String> names(int count, String prefix) {
        return IntStream.range(0, count).mapToObj(n -> prefix + "-" + n).toList();
    }

    /** Does it with each, {@link Contender#AT_ONCE} at a time. */
    static <T> void each(List<T> things, Consumer<T> act) {
        try (var threads = Executors.newFixedThreadPool(
                Contender.AT_ONCE, Thread.ofVirtual().factory())) {
            var running = things.stream()
                    .map(thing -> threads.submit(() -> act.accept(thing)))
                    .toList();
            for (var one : running) {
                one.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
