package dev.slipway.provisioning.intent;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Does the same with several things at once, on threads that cost nothing while they wait. */
public final class Parallel {

    private Parallel() {}

    /** Returns when all are done; throws what the first of them threw. */
    public static <T> void each(Collection<T> things, Consumer<T> act) {
        map(things, thing -> {
            act.accept(thing);
            return thing;
        });
    }

    /** In the order of the things. */
    public static <T, R> List<R> map(Collection<T> things, Function<T, R> act) {
        if (things.size() == 1) {
            return List.of(act.apply(things.iterator().next()));
        }
        var context = MDC.getCopyOfContextMap();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = new ArrayList<Future<R>>();
            for (var thing : things) {
                futures.add(threads.submit(within(context, () -> act.apply(thing))));
            }
            return results(futures);
        }
    }

    private static <R> Callable<R> within(@Nullable Map<String, String> context, Callable<R> act) {
        return () -> {
            if (context != null) {
                MDC.setContextMap(context);
            }
            return act.call();
        };
    }

    private static <R> List<R> results(List<Future<R>> futures) {
        var results = new ArrayList<R>();
        for (var future : futures) {
            try {
                results.add(future.get());
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException failure) {
                    throw failure;
                }
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
        return results;
    }
}
