package dev.slipway.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.kernel.PersonId;
import dev.slipway.kernel.UnavailableException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class CheckPlacesTests {

    private static final PersonId ANA = new PersonId("ana.ferreira");
    private static final PersonId TOMASZ = new PersonId("tomasz.nowak");
    private static final PersonId MIRA = new PersonId("mira.okafor");

    private final CheckPlaces places = new CheckPlaces(2, Duration.ofMillis(50));

    @Test
    void whoeverHasAPlaceWaitsForTheNextWhileOthersDoNot() throws Exception {
        whileBusy(ANA, () -> {
            assertThatThrownBy(() -> places.within(ANA, () -> "second"))
                    .isInstanceOfSatisfying(
                            UnavailableException.class,
                            busy -> assertThat(busy.code()).isEqualTo("check-busy"));
            assertThat(places.within(TOMASZ, () -> "first")).isEqualTo("first");
        });
        assertThat(places.within(ANA, () -> "free again")).isEqualTo("free again");
    }

    @Test
    void moreThanThereArePlacesForWait() throws Exception {
        whileBusy(
                ANA,
                () -> whileBusy(
                        TOMASZ,
                        () -> assertThatThrownBy(() -> places.within(MIRA, () -> "third"))
                                .isInstanceOf(UnavailableException.class)));
    }

    @Test
    void aCheckThatBreaksOffGivesItsPlaceBack() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> places.within(ANA, () -> {
                        throw new IllegalStateException("broken off");
                    }))
                    .hasMessage("broken off");
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }

    private void whileBusy(PersonId person, Step step) throws Exception {
        var begun = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        try (var threads = Executors.newSingleThreadExecutor()) {
            var busy = threads.submit(() -> places.within(person, () -> {
                begun.countDown();
                return await(ended);
            }));
            begun.await();
            try {
                step.run();
            } finally {
                ended.countDown();
            }
            assertThat(busy.get()).isTrue();
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
