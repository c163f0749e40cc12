package dev.slipway.cluster.kubernetes;

import dev.slipway.cluster.ClusterException.Missing;
import dev.slipway.cluster.ObjectChange;
import dev.slipway.kernel.ClusterId;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a {@link KindWatch} going for every watched kind that is served, until closed. */
final class ClusterWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ClusterWatch.class);
    private static final Duration NEW_KINDS = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final ClusterId id;
    private final ApiServer api;
    private final Discovery discovery;
    private final Consumer<ObjectChange> listener;
    private final ExecutorService threads;
    private final Set<String> followed = ConcurrentHashMap.newKeySet();
    private final ReentrantLock telling = new ReentrantLock();
    private volatile boolean open = true;

    ClusterWatch(ClusterId id, ApiServer api, Discovery discovery, Consumer<ObjectChange> listener) {
        this.id = id;
        this.api = api;
        this.discovery = discovery;
        this.listener = change -> tell(listener, change);
        this.threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("watch-" + id + "-", 0).factory());
    }

    void start() {
        threads.execute(() -> repeat("the kinds", NEW_KINDS, this::followNewKinds));
    }

    private void followNewKinds() {
        for (var kind : WatchedKinds.of(discovery.all(NEW_KINDS).values())) {
            if (open && followed.add(kind.name())) {
                threads.execute(() -> follow(kind));
            }
        }
    }

    private void follow(ServedKind kind) {
        try {
            repeat(kind.name(), Duration.ZERO, new KindWatch(api, kind, listener)::follow);
        } finally {
            followed.remove(kind.name());
        }
    }

    /** Until closed or the kind is gone; ever slower while it fails, or ends as soon as it began. */
    private void repeat(String what, Duration pause, Runnable work) {
        var failures = 0;
        while (open) {
            var start = System.nanoTime();
            try {
                work.run();
                failures = System.nanoTime() - start < Duration.ofSeconds(1).toNanos() && pause.isZero()
                        ? failures + 1
                        : 0;
            } catch (Missing noLongerServed) {
                return;
            } catch (RuntimeException failed) {
                if (!open) {
                    return;
                }
                failures++;
                LOG.atLevel(failures == 3 ? org.slf4j.event.Level.WARN : org.slf4j.event.Level.DEBUG)
                        .log("Watching {} of cluster {} fails: {}", what, id, failed.getMessage());
            }
            sleep(failures == 0 ? pause : backoff(failures));
        }
    }

    private static Duration backoff(int failures) {
        var longest = Math.min(LONGEST_PAUSE.toMillis(), 250L << Math.min(failures, 10));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest / 2, longest));
    }

    private void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException closing) {
            open = false;
        }
    }

    /** One change at a time, whichever kind it is of. */
    private void tell(Consumer<ObjectChange> to, ObjectChange change) {
        telling.lock();
        try {
            if (open) {
                to.accept(change);
            }
        } catch (RuntimeException failed) {
            LOG.warn("A listener to changes of cluster {} failed", id, failed);
        } finally {
            telling.unlock();
        }
    }

    @Override
    public void close() {
        open = false;
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.warn("Watches of cluster {} still end", id);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
