package dev.slipway.cluster.kubernetes;

import static dev.slipway.cluster.kubernetes.StubApiServer.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.slipway.cluster.ClusterException.Missing;
import dev.slipway.cluster.ClusterException.Transient;
import dev.slipway.cluster.ObjectKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApiServerTests {

    private static final ObjectKey KEY = new ObjectKey("v1", "ConfigMap", "here", "a");
    private static final String ADDRESS = "/api/v1/namespaces/here/configmaps/a";

    private final StubApiServer server = new StubApiServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void sixteenCallsAreUnderWayAtATime() throws Exception {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        var go = new Semaphore(0);
        server.on(ADDRESS, exchange -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            go.acquireUninterruptibly();
            now.decrementAndGet();
            text(404, "").to(exchange);
        });
        try (var cluster = server.connect(Duration.ofSeconds(30));
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Future<?>>();
            for (var caller = 0; caller < 50; caller++) {
                calls.add(callers.submit(() -> cluster.get(KEY)));
            }
            await().atMost(Duration.ofSeconds(15)).until(() -> now.get() == 16);
            StubApiServer.sleep(Duration.ofMillis(200));
            go.release(50);
            for (var call : calls) {
                call.get();
            }
        }
        assertThat(most).hasValue(16);
    }

    @Test
    void aCallWaitsForItsTurnNoLongerThanTheTimeOut() throws Exception {
        server.on(ADDRESS, exchange -> StubApiServer.sleep(Duration.ofSeconds(20)));
        try (var cluster = server.connect(Duration.ofSeconds(4));
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Future<String>>();
            for (var caller = 0; caller < 40; caller++) {
                calls.add(callers.submit(() -> failure(cluster)));
            }
            for (var call : calls) {
                assertThat(call.get()).matches(".*did not answer in time|.*is busy with 16 calls of ours");
            }
        }
    }

    @Test
    void anAnswerThatIsNotJsonIsTransient() {
        server.on(ADDRESS, text(200, "<html>"));
        try (var cluster = server.connect(Duration.ofSeconds(20))) {
            assertThatExceptionOfType(Transient.class).isThrownBy(() -> cluster.get(KEY));
        }
    }

    @Test
    void aKindThatIsServedSinceAMomentIsFound() {
        try (var cluster = server.connect(Duration.ofSeconds(20))) {
            var thing = new ObjectKey("example.com/v1", "Thing", null, "a");
            assertThatExceptionOfType(Missing.class).isThrownBy(() -> cluster.get(thing));

            server.on(
                    "/apis",
                    text(
                            200,
                            StubApiServer.DISCOVERY
                                    .replace("\"metadata\": {}", "\"metadata\": {\"name\": \"example.com\"}")
                                    .replace("configmaps", "things")
                                    .replace("ConfigMap", "Thing")
                                    .replace("Namespaced", "Cluster")));
            server.on(
                    "/apis/example.com/v1/things/a",
                    text(
                            200,
                            "{\"apiVersion\": \"example.com/v1\", \"kind\": \"Thing\", \"metadata\": {\"name\": \"a\"}}"));
            StubApiServer.sleep(Duration.ofMillis(1_100));

            assertThat(cluster.get(thing)).isPresent();
        }
    }

    @Test
    void wholeNumbersAreLongsAndNothingIsNull() {
        server.on(
                ADDRESS,
                text(
                        200,
                        "{\"apiVersion\": \"v1\", \"kind\": \"ConfigMap\", \"metadata\": {\"name\": \"a\", \"x\": null},"
                                + " \"numbers\": [1, 2.5, null, 9007199254740993]}"));
        try (var cluster = server.connect(Duration.ofSeconds(20))) {
            assertThat(cluster.get(KEY)).hasValueSatisfying(found -> {
                assertThat(found.metadata()).doesNotContainKey("x");
                assertThat(found.content())
                        .extractingByKey("numbers")
                        .asInstanceOf(InstanceOfAssertFactories.LIST)
                        .containsExactly(1L, 2.5, 9007199254740993L);
            });
        }
    }

    private static String failure(KubernetesCluster cluster) {
        try {
            cluster.get(KEY);
            return "none";
        } catch (Transient failed) {
            return String.valueOf(failed.getMessage());
        }
    }
}
