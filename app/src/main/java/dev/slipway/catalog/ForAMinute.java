package dev.slipway.catalog;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What was worked out of a blueprint's content, kept for a minute, since prices and clusters change. */
final class ForAMinute<T> {

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final Map<String, Kept<T>> kept = new ConcurrentHashMap<>();

    ForAMinute(InstantSource clock) {
        this.clock = clock;
    }

    private record Kept<T>(T value, Instant until) {}

    T of(BlueprintVersion version, Supplier<T> work) {
        var now = clock.instant();
        var known = kept.get(version.contentHash());
        if (known != null && now.isBefore(known.until())) {
            return known.value();
        }
        var value = work.get();
        kept.put(version.contentHash(), new Kept<>(value, now.plus(KEPT)));
        return value;
    }
}
