package dev.slipway.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.access.ApproverScope;
import dev.slipway.access.Caller;
import dev.slipway.access.PlatformRole;
import dev.slipway.audit.AuditQuery;
import dev.slipway.audit.AuditTrail;
import dev.slipway.blueprint.BlueprintFiles;
import dev.slipway.kernel.ConflictException;
import dev.slipway.kernel.InvalidException;
import dev.slipway.kernel.NotFoundException;
import dev.slipway.kernel.PersonId;
import dev.slipway.kernel.RefusedException;
import dev.slipway.kernel.SlipwayException;
import dev.slipway.testing.Discarding;
import dev.slipway.testing.SlipwayTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionOperations;

@SlipwayTest
@ActiveProfiles("demo")
class CertificationsTests {

    private static final String NAME = "inference-endpoint";
    private static final Caller ANA = admin("ana.ferreira");
    private static final Caller NOOR = admin("noor.bakker");
    private static final Caller MIRA =
            new Caller(new PersonId("mira.okafor"), "Mira Okafor", Set.of(), Map.of(), ApproverScope.NONE);

    @Autowired
    Drafts drafts;

    @Autowired
    Certifications certifications;

    @Autowired
    DryRuns dryRuns;

    @Autowired
    Catalog catalog;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionOperations transactions;

    private static int raised = 900;

    private static Caller admin(String id) {
        return new Caller(new PersonId(id), id, Set.of(PlatformRole.PLATFORM_ADMIN), Map.of(), ApproverScope.NONE);
    }

    @BeforeEach
    void nothingIsBegun() {
        Discarding.draft(drafts, ANA, NAME);
    }

    @Test
    void aSecondPersonMakesADraftACertifiedVersion() {
        var draft = raisedDraft(ANA);
        var asked = certifications.ask(ANA, NAME, draft.revision(), " Answers sooner. ");
        assertThat(asked.contentHash()).isEqualTo(draft.contentHash());
        assertThat(certifications.waitingFor(NOOR)).isEqualTo(1);
        assertThat(certifications.waitingFor(ANA)).isZero();

        var published = certifications.sign(NOOR, NAME, asked.id(), asked.contentHash());

        assertThat(published.version()).isEqualTo(asked.version());
        assertThat(published.contentHash()).isEqualTo(draft.contentHash());
        assertThat(published.publishedBy()).isEqualTo(ANA.person());
        assertThat(published.signedBy()).contains(NOOR.person());
        assertThat(published.note()).isEqualTo("Answers sooner.");
        assertThat(newest()).isEqualTo(published);
        assertThat(drafts.find(ANA, NAME)).isEmpty();
        assertThat(certifications.history(ANA, NAME).getFirst().status()).isEqualTo(CertificationStatus.SIGNED);
        assertThat(lastActs(4))
                .containsExactly(
                        "blueprint.certified", "blueprint.certification-asked", "draft.dry-run", "draft.begun");
    }

    @Test
    void nobodyWhoWroteInItOrAskedSignsIt() {
        var first = raisedDraft(ANA);
        var second = proved(drafts.save(NOOR, NAME, with(first.files(), "README.md", "# Better"), first.revision()));
        assertThat(second.authors()).containsExactly(ANA.person(), NOOR.person());
        var asked = certifications.ask(ANA, NAME, second.revision(), "Better words.");

        for (var author : List.of(ANA, NOOR)) {
            assertThatThrownBy(() -> certifications.sign(author, NAME, asked.id(), asked.contentHash()))
                    .isInstanceOf(RefusedException.class);
            assertThatThrownBy(() -> certifications.sendBack(author, NAME, asked.id(), "No."))
                    .isInstanceOf(RefusedException.class);
        }
        var asker = admin("third.admin");
        certifications.withdraw(NOOR, NAME, asked.id());
        var again = certifications.ask(asker, NAME, second.revision(), "Better words.");
        assertThatThrownBy(() -> certifications.sign(asker, NAME, again.id(), again.contentHash()))
                .isInstanceOf(RefusedException.class);
        assertThat(drafts.find(ANA, NAME)).isPresent();
    }

    @Test
    void anEditWithdrawsWhatWasAskedAndSavingTheSameWordsDoesNot() {
        var draft = raisedDraft(ANA);
        var asked = certifications.ask(ANA, NAME, draft.revision(), "New.");
        var same = drafts.save(NOOR, NAME, draft.files(), draft.revision());
        assertThat(same.authors()).containsExactly(ANA.person());
        assertThat(certifications.waiting(ANA, NAME)).isPresent();

        drafts.save(ANA, NAME, with(draft.files(), "README.md", "# Other"), same.revision());

        assertThat(certifications.waiting(ANA, NAME)).isEmpty();
        assertThat(lastActs(2)).containsExactly("draft.saved", "blueprint.certification-withdrawn");
        assertThatThrownBy(() -> certifications.sign(NOOR, NAME, asked.id(), asked.contentHash()))
                .isInstanceOf(ConflictException.class);
        assertThat(newest().version()).isNotEqualTo(asked.version());
    }

    @Test
    void whatIsSentBackNeedsAReasonAndKeepsTheDraft() {
        var draft = raisedDraft(ANA);
        var asked = certifications.ask(ANA, NAME, draft.revision(), "New.");
        assertThatThrownBy(() -> certifications.sendBack(NOOR, NAME, asked.id(), " "))
                .isInstanceOf(InvalidException.class);

        certifications.sendBack(NOOR, NAME, asked.id(), "The probe is too short.");

        var ended = certifications.history(ANA, NAME).getFirst();
        assertThat(ended.status()).isEqualTo(CertificationStatus.RETURNED);
        assertThat(ended.decision().orElseThrow().comment()).isEqualTo("The probe is too short.");
        assertThat(drafts.find(ANA, NAME)).isPresent();
        assertThat(certifications.ask(ANA, NAME, draft.revision(), "Once more.").status())
                .isEqualTo(CertificationStatus.WAITING);
    }

    @Test
    void brokenOrUnraisedDraftsAreNotAskedFor() {
        var same = drafts.save(ANA, NAME, newest().files(), 0);
        assertThatThrownBy(() -> certifications.ask(ANA, NAME, same.revision(), "New."))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("has to be higher");
        var broken = drafts.save(ANA, NAME, with(same.files(), BlueprintFiles.BLUEPRINT, "spec: [}"), same.revision());
        assertThatThrownBy(() -> certifications.ask(ANA, NAME, broken.revision(), "New."))
                .isInstanceOf(InvalidException.class);
        var right = drafts.save(ANA, NAME, raised(), broken.revision());
        assertThatThrownBy(() -> certifications.ask(ANA, NAME, right.revision(), "New."))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("no dry run");
        proved(right);
        assertThatThrownBy(() -> certifications.ask(ANA, NAME, right.revision(), " "))
                .isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> certifications.ask(ANA, NAME, broken.revision(), "New."))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void ofASignatureAndAnEditAtOnceOneCounts() {
        for (var round = 0; round < 4; round++) {
            Discarding.draft(drafts, ANA, NAME);
            var draft = raisedDraft(ANA);
            var asked = certifications.ask(ANA, NAME, draft.revision(), "New.");
            var edited = with(draft.files(), "README.md", "# Round " + round);

            var done = atOnce(List.of(
                    () -> certifications.sign(NOOR, NAME, asked.id(), asked.contentHash()),
                    () -> certifications.sign(admin("third.admin"), NAME, asked.id(), asked.contentHash()),
                    () -> drafts.save(ANA, NAME, edited, draft.revision())));

            var signed = done.get(0) || done.get(1);
            assertThat(done).filteredOn(each -> each).hasSize(1);
            assertThat(newest().version().equals(asked.version())).isEqualTo(signed);
            assertThat(drafts.find(ANA, NAME).isPresent()).isNotEqualTo(signed);
            assertThat(certifications.waiting(ANA, NAME)).isEmpty();
        }
    }

    @Test
    void anEditAndARequestAtOnceNeverLeaveARequestForOtherWords() {
        for (var round = 0; round < 4; round++) {
            Discarding.draft(drafts, ANA, NAME);
            var draft = raisedDraft(ANA);
            var edited = with(draft.files(), "README.md", "# Round " + round);

            atOnce(List.of(
                    () -> certifications.ask(ANA, NAME, draft.revision(), "New."),
                    () -> certifications.ask(NOOR, NAME, draft.revision(), "New."),
                    () -> drafts.save(NOOR, NAME, edited, draft.revision())));

            assertThat(drafts.find(ANA, NAME).orElseThrow().files()).isEqualTo(edited);
            assertThat(certifications.waiting(ANA, NAME)).isEmpty();
        }
    }

    @Test
    void forOthersNothingOfThisIsThere() {
        var draft = raisedDraft(ANA);
        var asked = certifications.ask(ANA, NAME, draft.revision(), "New.");
        assertThat(certifications.waiting(MIRA, NAME)).isEmpty();
        assertThat(certifications.history(MIRA, NAME)).isEmpty();
        assertThat(certifications.waitingFor(MIRA)).isZero();
        assertThatThrownBy(() -> certifications.ask(MIRA, NAME, draft.revision(), "New."))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> certifications.sign(MIRA, NAME, asked.id(), asked.contentHash()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> certifications.sendBack(MIRA, NAME, asked.id(), "No."))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> certifications.withdraw(MIRA, NAME, asked.id()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> certifications.sign(NOOR, "rag-stack", asked.id(), asked.contentHash()))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> certifications.withdraw(ANA, NAME, UUID.randomUUID()))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void theDatabaseTakesNoVersionWithoutASecondSignature() {
        var insert = "insert into catalog.version (name, version, status, files, content_hash, published_by, signed_by)"
                + " values ('by-hand', '1.0.0', 'certified', '{}', repeat('a', 64), 'ana.ferreira', ";
        assertThatThrownBy(() -> database.sql(insert + "null)").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("second person");
        assertThatThrownBy(() -> database.sql(insert + "'ana.ferreira')").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("second person");
    }

    private List<String> lastActs(int most) {
        var page = transactions.execute(status -> audit.search(new AuditQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.of(NAME),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                most)));
        return page.entries().stream().map(each -> each.entry().action()).toList();
    }

    /** Which of the acts came through. */
    private static List<Boolean> atOnce(List<Runnable> acts) {
        var together = new CyclicBarrier(acts.size());
        var answers = new ArrayList<Future<Boolean>>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var act : acts) {
                answers.add(people.submit(() -> {
                    together.await();
                    try {
                        act.run();
                        return true;
                    } catch (SlipwayException late) {
                        assertThat(late).isInstanceOf(ConflictException.class);
                        return false;
                    }
                }));
            }
        }
        return answers.stream().map(Future::resultNow).toList();
    }

    private DraftView raisedDraft(Caller author) {
        return proved(drafts.save(author, NAME, raised(), 0));
    }

    private DraftView proved(DraftView draft) {
        dryRuns.start(ANA, NAME, false);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(dryRuns.of(ANA, NAME, draft.contentHash()))
                        .hasValueSatisfying(run -> assertThat(run.isOver()).isTrue()));
        assertThat(dryRuns.of(ANA, NAME, draft.contentHash()).orElseThrow().missing())
                .isEmpty();
        return draft;
    }

    private BlueprintFiles raised() {
        var before = newest();
        raised++;
        return with(
                before.files(),
                BlueprintFiles.BLUEPRINT,
                before.files()
                        .blueprint()
                        .replace("version: " + before.version(), "version: %d.0.0".formatted(raised)));
    }

    private BlueprintVersion newest() {
        return catalog.latest(NAME).orElseThrow();
    }

    private static BlueprintFiles with(BlueprintFiles files, String path, String text) {
        var byPath = new TreeMap<>(files.byPath());
        byPath.put(path, text);
        return new BlueprintFiles((Map<String, String>) byPath);
    }
}
