package dev.slipway.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.access.ApproverScope;
import dev.slipway.access.Caller;
import dev.slipway.access.PlatformRole;
import dev.slipway.kernel.ConflictException;
import dev.slipway.kernel.NotFoundException;
import dev.slipway.kernel.PersonId;
import dev.slipway.testing.SlipwayTest;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ActiveProfiles;

@SlipwayTest
@ActiveProfiles("demo")
class DraftsTests {

    private static final String NAME = "inference-endpoint";
    private static final int AT_ONCE = 6;
    private static final Caller ANA = new Caller(
            new PersonId("ana.ferreira"),
            "Ana Ferreira",
            Set.of(PlatformRole.PLATFORM_ADMIN),
            Map.of(),
            ApproverScope.NONE);
    private static final Caller MIRA =
            new Caller(new PersonId("mira.okafor"), "Mira Okafor", Set.of(), Map.of(), ApproverScope.NONE);

    @Autowired
    Drafts drafts;

    @Autowired
    Catalog catalog;

    @Test
    void aDraftIsSavedByOnePersonAtATime() {
        drafts.discard(ANA, NAME);
        var files = newest().files();
        var first = drafts.save(ANA, NAME, files, 0);

        assertThatThrownBy(() -> drafts.save(ANA, NAME, files, 0)).isInstanceOf(ConflictException.class);
        var second = drafts.save(ANA, NAME, files, first.revision());
        assertThat(second.revision()).isEqualTo(first.revision() + 1);
        assertThatThrownBy(() -> drafts.save(ANA, NAME, files, first.revision()))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("Ana Ferreira");
        drafts.discard(ANA, NAME);
    }

    @Test
    void ofManySavesOfTheSameRevisionOneCounts() {
        drafts.discard(ANA, NAME);
        var files = newest().files();
        var begun = atOnce(() -> drafts.save(ANA, NAME, files, 0));
        var saved = atOnce(() -> drafts.save(ANA, NAME, files, 1));
        var discarded = atOnce(() -> {
            drafts.discard(ANA, NAME);
            return null;
        });

        assertThat(begun).isEqualTo(1);
        assertThat(saved).isEqualTo(1);
        assertThat(discarded).isEqualTo(AT_ONCE);
        assertThat(drafts.find(ANA, NAME)).isEmpty();
    }

    @Test
    void aCheckShowsWhatTheExampleBecomes() {
        var check = drafts.check(ANA, NAME, newest().files(), Optional.empty());

        assertThat(check.compilation().ok()).isTrue();
        assertThat(check.tests())
                .isNotEmpty()
                .allSatisfy(
                        test -> assertThat(test.passed()).as(test.explanation()).isTrue());
        assertThat(check.preview()).hasValueSatisfying(preview -> {
            assertThat(preview.problem()).isEmpty();
            assertThat(preview.errors()).isEmpty();
            assertThat(preview.rendering()).isPresent();
            assertThat(preview.price()).isPresent();
        });
    }

    @Test
    void forOthersThereAreNoDrafts() {
        assertThatThrownBy(() -> drafts.save(MIRA, NAME, newest().files(), 0)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> drafts.check(MIRA, NAME, newest().files(), Optional.empty()))
                .isInstanceOf(NotFoundException.class);
        assertThat(drafts.all(MIRA)).isEmpty();
    }

    /** How many of the callers had no conflict. */
    private static int atOnce(Callable<?> act) {
        var together = new CyclicBarrier(AT_ONCE);
        var answers = new ArrayList<Future<Boolean>>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var person = 0; person < AT_ONCE; person++) {
                answers.add(people.submit(() -> {
                    together.await();
                    try {
                        act.call();
                        return true;
                    } catch (ConflictException late) {
                        return false;
                    }
                }));
            }
        }
        return (int) answers.stream().filter(Future::resultNow).count();
    }

    private BlueprintVersion newest() {
        return catalog.latest(NAME).orElseThrow();
    }
}
