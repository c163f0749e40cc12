package dev.slipway.catalog;

import dev.slipway.access.Caller;
import dev.slipway.access.People;
import dev.slipway.audit.AuditEntry;
import dev.slipway.audit.AuditTrail;
import dev.slipway.blueprint.BlueprintFiles;
import dev.slipway.kernel.ConflictException;
import dev.slipway.kernel.NotFoundException;
import dev.slipway.shell.Ui;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Drafts as entities. Checking asks the clusters, so it happens before a transaction begins, never within. */
@Service
class StoredDrafts implements Drafts {

    private final DraftRepository drafts;
    private final Withdrawals withdrawals;
    private final StoredCatalog catalog;
    private final DraftChecks checks;
    private final People people;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final Ui ui;

    StoredDrafts(
            DraftRepository drafts,
            Withdrawals withdrawals,
            StoredCatalog catalog,
            DraftChecks checks,
            People people,
            AuditTrail audit,
            TransactionTemplate transaction,
            InstantSource clock,
            Ui ui) {
        this.drafts = drafts;
        this.withdrawals = withdrawals;
        this.catalog = catalog;
        this.checks = checks;
        this.people = people;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.ui = ui;
    }

    @Override
    public List<DraftView> all(Caller caller) {
        return caller.isPlatformAdmin()
                ? drafts.findAllByOrderByName().stream().map(Draft::view).toList()
                : List.of();
    }

    @Override
    public Optional<DraftView> find(Caller caller, String name) {
        return caller.isPlatformAdmin() ? drafts.findById(name).map(Draft::view) : Optional.empty();
    }

    @Override
    public DraftView save(Caller caller, String name, BlueprintFiles files, long baseRevision) {
        requireAdmin(caller, name);
        if (baseRevision == 0) {
            return begin(caller, name, files);
        }
        return within(name, () -> {
            var draft = at(name, baseRevision);
            DraftBounds.require(draft.view().files(), files);
            var before = ContentHash.of(draft.view().files());
            draft.save(files, caller.person(), clock.instant());
            drafts.saveAndFlush(draft);
            if (!draft.holds(before)) {
                withdrawals.withdraw(caller, name, "The draft was edited.");
            }
            record(caller, "draft.saved", name, "Saved the draft of " + name);
            return draft.view();
        });
    }

    @Override
    public DraftView begin(Caller caller, String name) {
        requireAdmin(caller, name);
        var files = NewBlueprint.called(name);
        if (drafts.existsById(name) || catalog.newest(name).isPresent()) {
            throw taken(name);
        }
        try {
            return within(name, () -> begun(caller, name, "", files));
        } catch (ConflictException meanwhile) {
            throw taken(name);
        }
    }

    @Override
    public void discard(Caller caller, String name, long revision) {
        requireAdmin(caller, name);
        transaction.executeWithoutResult(status -> {
            if (drafts.discard(name, revision) > 0) {
                withdrawals.withdraw(caller, name, "The draft was discarded.");
                record(caller, "draft.discarded", name, "Discarded the draft of " + name);
            } else if (drafts.existsById(name)) {
                throw new ConflictException(
                        "draft-conflict",
                        saved(name).orElse("The draft was saved after you opened it.")
                                + " Nothing is discarded: look at it again.");
            }
        });
    }

    @Override
    public DraftCheck check(
            Caller caller,
            String name,
            BlueprintFiles files,
            Optional<String> preset,
            Map<String, List<String>> typed) {
        requireAdmin(caller, name);
        return checks.check(caller.person(), name, files, preset, typed);
    }

    private DraftView begin(Caller caller, String name, BlueprintFiles files) {
        var newest = catalog.newest(name)
                .orElseThrow(() -> new NotFoundException("blueprint-not-found", "There is no blueprint " + name + "."));
        DraftBounds.require(newest.files(), files);
        return within(name, () -> {
            if (drafts.existsById(name)) {
                throw conflict(name);
            }
            return begun(caller, name, newest.version(), files);
        });
    }

    private DraftView begun(Caller caller, String name, String baseVersion, BlueprintFiles files) {
        var draft = new Draft(name, baseVersion, files, caller.person(), clock.instant());
        drafts.saveAndFlush(draft);
        record(
                caller,
                "draft.begun",
                name,
                "Began a draft of " + (baseVersion.isEmpty() ? name : name + " " + baseVersion));
        return draft.view();
    }

    private static ConflictException taken(String name) {
        return new ConflictException("blueprint-exists", "There is a blueprint %s already.".formatted(name));
    }

    private Draft at(String name, long revision) {
        return drafts.findById(name).filter(draft -> draft.isAt(revision)).orElseThrow(() -> conflict(name));
    }

    private ConflictException conflict(String name) {
        var message = saved(name)
                .map(saved -> saved + " Your text is still here: compare it with the saved one.")
                .orElse(
                        "The draft has been published or discarded meanwhile. Your text is still here: begin a new draft with it.");
        return new ConflictException("draft-conflict", message);
    }

    private Optional<String> saved(String name) {
        return drafts.findById(name)
                .map(Draft::view)
                .map(draft -> "%s saved this draft on %s, after you opened it."
                        .formatted(people.nameOf(draft.savedBy()), ui.exact(draft.savedAt())));
    }

    private void record(Caller caller, String action, String name, String summary) {
        audit.record(AuditEntry.of(caller.person(), action, "blueprint", name, summary));
    }

    private <T> T within(String name, Supplier<T> work) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> work.get()));
        } catch (DataIntegrityViolationException | OptimisticLockingFailureException meanwhile) {
            throw conflict(name);
        }
    }

    static void requireAdmin(Caller caller, String name) {
        if (!caller.isPlatformAdmin()) {
            throw new NotFoundException("draft-not-found", "There is no draft of " + name + ".");
        }
    }
}
