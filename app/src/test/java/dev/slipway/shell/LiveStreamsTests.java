package dev.slipway.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@SpringBootTest(classes = ShellTestApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(LiveStreamsTests.Streaming.class)
class LiveStreamsTests {

    @LocalServerPort
    private int port;

    @Autowired
    private LiveStreams streams;

    @Test
    void sendsWhatIsPublishedOnlyTheLatestAndOncePerSecond() throws Exception {
        var rendered = new AtomicInteger();
        var lines = listen("");
        await(() -> !lines.isEmpty());

        streams.publish("one", "status", () -> "<b id=\"status\">1</b>");
        await(() -> lines.contains("data:<b id=\"status\">1</b>"));
        for (var count = 2; count <= 9; count++) {
            var number = count;
            streams.publish("one", "status", () -> "<b id=\"status\">" + number + rendered.incrementAndGet() + "</b>");
        }
        streams.publish("other", "status", () -> "<b>not for us</b>");
        await(() -> lines.contains("data:<b id=\"status\">91</b>"));

        assertThat(rendered).hasValue(1);
        assertThat(lines).filteredOn(line -> line.equals("event:part")).hasSize(2);
    }

    @Test
    void whoMissedSomethingIsToldToFetchThePage() throws Exception {
        var before = streams.position("one");
        assertThat(first(listen(before))).isEqualTo("event:heartbeat");

        streams.publish("one", "status", () -> "");
        assertThat(first(listen(before))).isEqualTo("event:refresh");
        assertThat(first(listen(""))).isEqualTo("event:heartbeat");
    }

    @Test
    void whatCannotBeDrawnIsFetchedByThePage() throws Exception {
        var seen = streams.position("one");
        var lines = listen(seen);
        await(() -> !lines.isEmpty());

        streams.publish("one", "status", () -> "<b id=\"status\">fine</b>");
        streams.publish("one", "broken", () -> {
            throw new UnsupportedOperationException("a template that does not work");
        });

        await(() -> lines.contains("closed"));
        var last = lines.stream()
                .filter(line -> line.startsWith("id:"))
                .reduce(seen, (earlier, line) -> line.substring("id:".length()));
        assertThat(first(listen(last))).as("the reader has not seen it").isEqualTo("event:refresh");
    }

    @Test
    void endsWhenNothingCanChangeAnyMore() throws Exception {
        var lines = listen("");
        await(() -> !lines.isEmpty());

        streams.publish("one", "status", () -> "<b id=\"status\">last</b>");
        streams.end("one");

        await(() -> lines.contains("closed"));
        assertThat(lines).containsSubsequence("data:<b id=\"status\">last</b>", "event:end", "closed");
    }

    private static String first(List<String> lines) throws InterruptedException {
        await(() -> !lines.isEmpty());
        return lines.getFirst();
    }

    private List<String> listen(String position) {
        var lines = new CopyOnWriteArrayList<String>();
        var address = java.net.URI.create("http://localhost:%d/stream?lastEventId=%s".formatted(port, position));
        Thread.ofVirtual().start(() -> {
            try (var reader = new java.io.BufferedReader(new java.io.InputStreamReader(
                    address.toURL().openStream(), java.nio.charset.StandardCharsets.UTF_8))) {
                reader.lines().forEach(lines::add);
            } catch (IOException e) {
                lines.add(e.toString());
            }
            lines.add("closed");
        });
        return lines;
    }

    private static void await(java.util.function.BooleanSupplier condition) throws InterruptedException {
        for (var tries = 0; !condition.getAsBoolean() && tries < 500; tries++) {
            Thread.sleep(Duration.ofMillis(20));
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    @Controller
    static class Streaming {

        private final LiveStreams streams;

        Streaming(LiveStreams streams) {
            this.streams = streams;
        }

        @GetMapping("/stream")
        SseEmitter stream(jakarta.servlet.http.HttpServletRequest request) {
            return streams.open(request, "one");
        }
    }
}
