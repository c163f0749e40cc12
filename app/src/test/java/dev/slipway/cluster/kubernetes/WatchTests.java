package dev.slipway.cluster.kubernetes;

import static dev.slipway.cluster.kubernetes.StubApiServer.event;
import static dev.slipway.cluster.kubernetes.StubApiServer.events;
import static dev.slipway.cluster.kubernetes.StubApiServer.eventsAndWait;
import static dev.slipway.cluster.kubernetes.StubApiServer.list;
import static dev.slipway.cluster.kubernetes.StubApiServer.object;
import static dev.slipway.cluster.kubernetes.StubApiServer.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.cluster.ObjectChange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchTests {

    private static final String EXPIRED =
            "{\"kind\": \"Status\", \"code\": 410, \"reason\": \"Expired\", \"message\": \"too old resource version\"}";

    private final StubApiServer server = new StubApiServer();
    private final List<String> told = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void tellsWhatIsThereAndThenWhatChanges() throws Exception {
        server.lists(text(200, list("7", object("a", "5"))))
                .watches(eventsAndWait(
                        event("ADDED", object("b", "8")),
                        event("MODIFIED", object("a", "9")),
                        event("DELETED", object("a", "10"))));

        watching(() -> assertToldInOrder("ADDED a of-a", "ADDED b of-b", "MODIFIED a of-a", "DELETED a of-a"));
        assertThat(server.asked.get(1).getQuery()).contains("resourceVersion=7", "allowWatchBookmarks=true");
    }

    @Test
    void listsAgainWhatItMissedWhenTheServerForgot() throws Exception {
        server.lists(text(200, list("1", object("a", "1"), object("b", "1"))))
                .lists(text(200, list("20", object("b", "15"), object("c", "16"))))
                .watches(text(410, EXPIRED))
                .watches(eventsAndWait());

        watching(() -> assertTold("MODIFIED b of-b", "ADDED c of-c", "DELETED a of-a"));
        assertThat(told).hasSize(5);
    }

    @Test
    void listsAgainWhenTheStreamSaysThatTheServerForgot() throws Exception {
        server.lists(text(200, list("1", object("a", "1"))))
                .lists(text(200, list("20")))
                .watches(events(event("ERROR", EXPIRED)))
                .watches(eventsAndWait());

        watching(() -> assertToldInOrder("ADDED a of-a", "DELETED a of-a"));
    }

    @Test
    void goesOnWhereTheStreamBroke() throws Exception {
        server.lists(text(200, list("1")))
                .watches(exchange -> {
                    exchange.sendResponseHeaders(200, 1000);
                    exchange.getResponseBody()
                            .write((event("ADDED", object("a", "5")) + "\n{\"ty").getBytes(StandardCharsets.UTF_8));
                    exchange.getResponseBody().flush(); // and the connection is closed in the middle of a line
                })
                .watches(eventsAndWait(event("ADDED", object("b", "6"))));

        watching(() -> assertToldInOrder("ADDED a of-a", "ADDED b of-b"));
        assertThat(server.asked).hasSize(3);
        assertThat(server.asked.get(2).getQuery()).contains("watch=true").contains("resourceVersion=5");
    }

    @Test
    void aBookmarkMovesTheVersion() throws Exception {
        server.lists(text(200, list("1")))
                .watches(events(event("BOOKMARK", "{\"metadata\": {\"resourceVersion\": \"9\"}}")))
                .watches(eventsAndWait(event("ADDED", object("b", "10"))));

        watching(() -> assertToldInOrder("ADDED b of-b"));
        assertThat(server.asked.get(2).getQuery()).contains("resourceVersion=9");
    }

    @Test
    void triesAgainUntilTheServerIsBack() throws Exception {
        server.lists(text(503, ""))
                .lists(text(429, ""))
                .lists(text(200, list("1", object("a", "1"))))
                .watches(text(500, ""))
                .watches(eventsAndWait(event("ADDED", object("b", "2"))));

        watching(() -> assertToldInOrder("ADDED a of-a", "ADDED b of-b"));
    }

    @Test
    void whatWasAlreadyToldIsNotToldAgain() throws Exception {
        server.lists(text(200, list("7", object("a", "5"))))
                .watches(eventsAndWait(event("ADDED", object("a", "5")), event("ADDED", object("b", "8"))));

        watching(() -> assertToldInOrder("ADDED a of-a", "ADDED b of-b"));
    }

    @Test
    void aListenerThatFailsIsToldTheNextChange() throws Exception {
        server.lists(text(200, list("7", object("a", "5")))).watches(eventsAndWait(event("ADDED", object("b", "8"))));

        watching(
                change -> {
                    tell(change);
                    throw new IllegalStateException("on purpose");
                },
                () -> assertToldInOrder("ADDED a of-a", "ADDED b of-b"));
    }

    @Test
    void nothingIsToldOnceClosedAndNoThreadStays() throws Exception {
        var others = clientThreads();
        var hungUp = new CountDownLatch(1);
        server.lists(text(200, list("1"))).watches(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                for (var version = 2; version < 10_000; version++) {
                    var line = event("ADDED", object("a" + version, "" + version)) + "\n";
                    exchange.getResponseBody().write(line.getBytes(StandardCharsets.UTF_8));
                    exchange.getResponseBody().flush();
                    StubApiServer.sleep(Duration.ofMillis(5));
                }
            } catch (IOException closed) {
                hungUp.countDown();
            }
        });

        watching(() -> assertThat(told).hasSizeGreaterThan(3));

        var before = told.size();
        StubApiServer.sleep(Duration.ofMillis(200));
        assertThat(told).hasSize(before);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            System.gc(); // the client library leaves it to the collector to end its client
            assertThat(clientThreads()).isSubsetOf(others);
        });
        assertThat(hungUp.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private static Set<Thread> clientThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("HttpClient"))
                .collect(Collectors.toSet());
    }

    private void watching(Runnable until) throws Exception {
        watching(this::tell, until);
    }

    private void watching(Consumer<ObjectChange> listener, Runnable until) throws Exception {
        try (var cluster = server.connect(Duration.ofSeconds(20));
                var watch = cluster.watch(listener)) {
            assertThat(watch).isNotNull();
            await().atMost(Duration.ofSeconds(20)).untilAsserted(until::run);
        }
    }

    private void tell(ObjectChange change) {
        told.add(change.type() + " " + change.key().name() + " "
                + change.labels().get("instance"));
    }

    private void assertToldInOrder(String... changes) {
        assertThat(told).containsExactly(changes);
    }

    private void assertTold(String... changes) {
        assertThat(told).contains(changes);
    }
}
