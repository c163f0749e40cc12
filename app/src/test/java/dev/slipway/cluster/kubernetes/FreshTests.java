package dev.slipway.cluster.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.slipway.cluster.ClusterException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FreshTests {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final AtomicInteger fetched = new AtomicInteger();

    @Test
    void manyWhoAskAtOnceCauseOneFetch() throws Exception {
        var fresh = new Fresh<>(this::slowly, LONG, LONG, LONG);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<Integer>>();
            for (var caller = 0; caller < 100; caller++) {
                answers.add(callers.submit(fresh::get));
            }
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(1);
            }
        }
        assertThat(fetched).hasValue(1);
    }

    @Test
    void aLittleTooOldIsGivenOutWhileTheNextIsFetched() {
        var fresh = new Fresh<>(this::quickly, Duration.ZERO, LONG, LONG);

        assertThat(fresh.get()).isEqualTo(1);
        assertThat(fresh.get()).isEqualTo(1);
        await().untilAsserted(() -> assertThat(fresh.get()).isGreaterThan(1));
    }

    @Test
    void muchTooOldIsWaitedFor() {
        var fresh = new Fresh<>(this::quickly, Duration.ZERO, Duration.ZERO, LONG);

        assertThat(fresh.get()).isEqualTo(1);
        StubApiServer.sleep(Duration.ofMillis(500));
        assertThat(fresh.get()).isEqualTo(2);
    }

    @Test
    void whatIsDearIsKeptTwentyTimesAsLongAsItTook() {
        var fresh = new Fresh<>(this::slowly, Duration.ZERO, Duration.ZERO, LONG);

        assertThat(fresh.get()).isEqualTo(1);
        assertThat(fresh.get()).isEqualTo(1);
    }

    @Test
    void nobodyWaitsForEver() {
        var fresh = new Fresh<>(this::slowly, LONG, LONG, Duration.ofMillis(1));

        assertThatExceptionOfType(ClusterException.Transient.class).isThrownBy(fresh::get);
        await().ignoreExceptions().untilAsserted(() -> assertThat(fresh.get()).isEqualTo(1));
    }

    @Test
    void aFailureIsToldAndNotKept() {
        var fresh = new Fresh<>(this::failingFirst, LONG, LONG, LONG);

        assertThatExceptionOfType(ClusterException.Transient.class)
                .isThrownBy(fresh::get)
                .withMessage("away");
        assertThat(fresh.get()).isEqualTo(2);
    }

    private int quickly() {
        return fetched.incrementAndGet();
    }

    private int slowly() {
        StubApiServer.sleep(Duration.ofMillis(500));
        return fetched.incrementAndGet();
    }

    private int failingFirst() {
        if (fetched.incrementAndGet() == 1) {
            throw new ClusterException.Transient("away");
        }
        return fetched.get();
    }
}
