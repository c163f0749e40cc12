package dev.slipway.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.access.ApproverScope;
import dev.slipway.access.Caller;
import dev.slipway.access.PlatformRole;
import dev.slipway.kernel.ConflictException;
import dev.slipway.kernel.InvalidException;
import dev.slipway.kernel.NotFoundException;
import dev.slipway.kernel.PersonId;
import dev.slipway.shell.Ui;
import dev.slipway.testing.Discarding;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    private static final Caller NOOR = new Caller(
            new PersonId("noor.haddad"), "Noor", Set.of(PlatformRole.PLATFORM_ADMIN), Map.of(), ApproverScope.NONE);
    private static final Caller MIRA =
            new Caller(new PersonId("mira.okafor"), "Mira Okafor", Set.of(), Map.of(), ApproverScope.NONE);

    @Autowired
    Drafts drafts;

    @Autowired
    Catalog catalog;

    @Autowired
    JdbcClient database;

    @Autowired
    Ui ui;

    @Test
    void aDraftIsSavedByOnePersonAtATime() {
        Discarding.draft(drafts, ANA, NAME);
        var files = newest().files();
        var first = drafts.save(ANA, NAME, files, 0);

        assertThatThrownBy(() -> drafts.save(ANA, NAME, files, 0)).isInstanceOf(ConflictException.class);
        var second = drafts.save(ANA, NAME, files, first.revision());
        assertThat(second.revision()).isEqualTo(first.revision() + 1);
        assertThatThrownBy(() -> drafts.save(ANA, NAME, files, first.revision()))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("Ana Ferreira");
        Discarding.draft(drafts, ANA, NAME);
    }

    @Test
    void ofManySavesOfTheSameRevisionOneCounts() {
        Discarding.draft(drafts, ANA, NAME);
        var files = newest().files();
        var begun = atOnce(() -> drafts.save(ANA, NAME, files, 0));
        var saved = atOnce(() -> drafts.save(ANA, NAME, files, 1));
        var discarded = atOnce(() -> {
            drafts.discard(ANA, NAME, 2);
            return null;
        });

        assertThat(begun).isEqualTo(1);
        assertThat(saved).isEqualTo(1);
        assertThat(discarded).isEqualTo(AT_ONCE);
        assertThat(drafts.find(ANA, NAME)).isEmpty();
    }

    @Test
    void whoHasNotSeenTheNewestDiscardsNothing() {
        Discarding.draft(drafts, ANA, NAME);
        var seen = drafts.save(ANA, NAME, newest().files(), 0);
        var newer = drafts.save(ANA, NAME, newest().files().with("README.md", "# Newer"), seen.revision());

        assertThatThrownBy(() -> drafts.discard(NOOR, NAME, seen.revision()))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("Ana Ferreira saved this draft on " + ui.exact(newer.savedAt()) + ",")
                .hasMessageContaining("Nothing is discarded");
        assertThat(drafts.find(ANA, NAME)).contains(newer);
        drafts.discard(NOOR, NAME, newer.revision());
        assertThat(drafts.find(ANA, NAME)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/x", "tests/A.yaml", "<b>x</b>.md", ""})
    void onlyFilesOfABlueprintAreSaved(String path) {
        Discarding.draft(drafts, ANA, NAME);
        var files = newest().files();

        assertThatThrownBy(() -> drafts.save(ANA, NAME, files.with(path, "x"), 0))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("is no file of a blueprint");
        assertThat(drafts.find(ANA, NAME)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "icon.svg", "blueprint.yaml", "tests/endpoint.yaml"})
    void aFileThatIsTooLargeIsNotSaved(String path) {
        Discarding.draft(drafts, ANA, NAME);
        var files = newest().files();
        var begun = drafts.save(ANA, NAME, files.with(path, "#".repeat(256 * 1024)), 0);

        assertThatThrownBy(() -> drafts.save(ANA, NAME, files.with(path, "#".repeat(256 * 1024 + 1)), begun.revision()))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining(path + " is larger than 256 KiB");
        Discarding.draft(drafts, ANA, NAME);
    }

    @Test
    void aDraftThatHoldsWhatIsRefusedNowIsMendedFileByFile() {
        Discarding.draft(drafts, ANA, NAME);
        var right = newest().files();
        var begun = drafts.save(ANA, NAME, right, 0);
        var odd = right.with("../x", "x").with("other", "y").with("README.md", "#".repeat(300_000));
        database.sql("update catalog.draft set files = :files::jsonb where name = :name")
                .param("files", new FilesColumn().convertToDatabaseColumn(odd))
                .param("name", NAME)
                .update();

        assertThat(drafts.check(ANA, NAME, odd, Optional.empty()).publishable()).isFalse();
        var once = drafts.save(ANA, NAME, odd.without("../x"), begun.revision());
        var twice = drafts.save(ANA, NAME, once.files().without("other"), once.revision());
        var mended = drafts.save(ANA, NAME, twice.files().with("README.md", "# Short"), twice.revision());

        assertThat(mended.files()).isEqualTo(right.with("README.md", "# Short"));
        Discarding.draft(drafts, ANA, NAME);
    }

    @Test
    void aNewBlueprintBeginsAsADraftThatPassesItsCheck() {
        var begun = drafts.begin(ANA, "brand-new");

        var check = drafts.check(ANA, "brand-new", begun.files(), Optional.empty());
        assertThat(check.compilation().diagnostics()).isEmpty();
        assertThat(check.missing()).isEmpty();
        assertThat(check.publishable()).isTrue();
        assertThat(check.tests())
                .hasSize(2)
                .allSatisfy(
                        test -> assertThat(test.passed()).as(test.explanation()).isTrue());
        assertThatThrownBy(() -> drafts.begin(NOOR, "brand-new")).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> drafts.begin(ANA, NAME)).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> drafts.begin(MIRA, "mine")).isInstanceOf(NotFoundException.class);
        Discarding.draft(drafts, ANA, "brand-new");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "Brand", "9lives", "a_b", "ends-", "../x", "forty-one-letters-are-more-than-a-name-has"
            })
    void whatNoBlueprintCanBeCalledIsTold(String name) {
        assertThatThrownBy(() -> drafts.begin(ANA, name))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("2 to 40 small letters");
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
