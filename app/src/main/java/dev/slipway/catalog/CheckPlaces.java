package dev.slipway.catalog;

import dev.slipway.kernel.PersonId;
import dev.slipway.kernel.UnavailableException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Where drafts are compiled and tested, which takes nothing but the processor: on half of the cores, so that the other half
 * is there for everybody else, and for one person one after the other, so that nobody's drafts keep others' waiting.
 */
@Component
class CheckPlaces {

    private final Duration patience;
    private final Semaphore places;
    private final Map<PersonId, Semaphore> turns = new ConcurrentHashMap<>();

    CheckPlaces() {
        this(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), Duration.ofSeconds(10));
    }

    CheckPlaces(int places, Duration patience) {
        this.places = new Semaphore(places, true);
        this.patience = patience;
    }

    /** @throws UnavailableException {@code check-busy} when no place becomes free in time */
    <T> T within(PersonId person, Supplier<T> check) {
        var turn = turns.computeIfAbsent(person, someone -> new Semaphore(1, true));
        return within(turn, () -> within(places, check));
    }

    private <T> T within(Semaphore semaphore, Supplier<T> check) {
        if (!isFree(semaphore)) {
            throw new UnavailableException(
                    "check-busy", "Too many drafts are being checked. Wait a moment and check again.");
        }
        try {
            return check.get();
        } finally {
            semaphore.release();
        }
    }

    private boolean isFree(Semaphore semaphore) {
        try {
            return semaphore.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
