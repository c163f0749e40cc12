package dev.slipway.cluster.kubernetes;

import dev.slipway.cluster.ClusterException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is dear to get. One thread gets it while others wait for the same answer; one that is only a little old is given
 * out while its successor is fetched in the background. No more than a twentieth of the time is spent on fetching, however long it
 * takes.
 */
final class Fresh<T> {

    private final Supplier<T> source;
    private final Duration fresh;
    private final Duration usable;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Got<T> last;
    private @Nullable CompletableFuture<T> underWay;

    private record Got<T>(T value, long nanos, long cost) {
        boolean youngerThan(Duration age) {
            return System.nanoTime() - nanos < age.toNanos();
        }

        boolean youngEnough(Duration age) {
            return System.nanoTime() - nanos < Math.max(age.toNanos(), 20 * cost);
        }
    }

    /**
     * @param fresh how old a value may be that is simply given out
     * @param usable how old it may be while its successor is under way
     * @param patience how long anybody waits
     */
    Fresh(Supplier<T> source, Duration fresh, Duration usable, Duration patience) {
        this.source = source;
        this.fresh = fresh;
        this.usable = usable;
        this.patience = patience;
    }

    T get() {
        var known = last();
        if (known != null && known.youngEnough(fresh)) {
            return known.value();
        }
        var next = fetch();
        return known != null && known.youngEnough(usable) ? known.value() : await(next);
    }

    /** A value no older than that, fetched if need be. */
    T noOlderThan(Duration age) {
        var known = last();
        return known != null && known.youngerThan(age) ? known.value() : await(fetch());
    }

    private @Nullable Got<T> last() {
        lock.lock();
        try {
            return last;
        } finally {
            lock.unlock();
        }
    }

    private CompletableFuture<T> fetch() {
        lock.lock();
        try {
            if (underWay != null) {
                return underWay;
            }
            var fetching = new CompletableFuture<T>();
            underWay = fetching;
            Thread.ofVirtual().name("discovery").start(() -> fetch(fetching));
            return fetching;
        } finally {
            lock.unlock();
        }
    }

    private void fetch(CompletableFuture<T> fetching) {
        try {
            var start = System.nanoTime();
            var value = source.get();
            done(new Got<>(value, System.nanoTime(), System.nanoTime() - start));
            fetching.complete(value);
        } catch (RuntimeException failed) {
            done(null);
            fetching.completeExceptionally(failed);
        }
    }

    private void done(@Nullable Got<T> got) {
        lock.lock();
        try {
            last = got == null ? last : got;
            underWay = null;
        } finally {
            lock.unlock();
        }
    }

    private T await(CompletableFuture<T> fetching) {
        try {
            return fetching.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof ClusterException known ? known : new IllegalStateException(failed);
        } catch (TimeoutException slow) {
            throw new ClusterException.Transient("the API server is slow to tell what it offers", slow);
        } catch (InterruptedException interrupted) {
            throw Unreachable.interrupted(interrupted);
        }
    }
}
