package dev.slipway.catalog;

import dev.slipway.access.Caller;
import dev.slipway.access.People;
import dev.slipway.audit.AuditEntry;
import dev.slipway.audit.AuditTrail;
import dev.slipway.blueprint.BlueprintFiles;
import dev.slipway.kernel.ConflictException;
import dev.slipway.kernel.InvalidException;
import dev.slipway.kernel.NotFoundException;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Drafts as rows. Checking asks the clusters, so it happens before a transaction begins, never within. */
@Service
class StoredDrafts implements Drafts {

    private final DraftRows drafts;
    private final VersionRows versions;
    private final StoredCatalog catalog;
    private final DraftChecks checks;
    private final People people;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    StoredDrafts(
            DraftRows drafts,
            VersionRows versions,
            StoredCatalog catalog,
            DraftChecks checks,
            People people,
            AuditTrail audit,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.drafts = drafts;
        this.versions = versions;
        this.catalog = catalog;
        this.checks = checks;
        this.people = people;
        this.audit = audit;
        this.events = events;
        this.transaction = transaction;
    }

    @Override
    public List<DraftView> all(Caller caller) {
        return caller.isPlatformAdmin() ? drafts.all() : List.of();
    }

    @Override
    public Optional<DraftView> find(Caller caller, String name) {
        return caller.isPlatformAdmin() ? drafts.find(name) : Optional.empty();
    }

    @Override
    public DraftView save(Caller caller, String name, BlueprintFiles files, long baseRevision) {
        requireAdmin(caller, name);
        if (baseRevision == 0) {
            return begin(caller, name, files);
        }
        return within(() -> {
            if (!drafts.update(name, files, baseRevision, caller.person())) {
                throw conflict(name);
            }
            record(caller, "draft.saved", name, "Saved the draft of " + name);
            return drafts.get(name);
        });
    }

    @Override
    public void discard(Caller caller, String name) {
        requireAdmin(caller, name);
        transaction.executeWithoutResult(status -> {
            if (drafts.delete(name)) {
                record(caller, "draft.discarded", name, "Discarded the draft of " + name);
            }
        });
    }

    @Override
    public DraftCheck check(Caller caller, String name, BlueprintFiles files, Optional<String> preset) {
        requireAdmin(caller, name);
        return checks.check(name, files, preset);
    }

    @Override
    public BlueprintVersion publish(Caller caller, String name, long baseRevision) {
        requireAdmin(caller, name);
        var draft = drafts.find(name).filter(found -> found.revision() == baseRevision);
        var files = draft.orElseThrow(() -> conflict(name)).files();
        var check = checks.check(name, files, Optional.empty());
        if (!check.publishable()) {
            throw new InvalidException("not-publishable", String.join(" ", check.missing()));
        }
        var version = check.compilation().orElseThrow().descriptor().version();
        within(() -> keep(caller, name, version, baseRevision, files));
        return catalog.version(name, version);
    }

    private boolean keep(Caller caller, String name, String version, long baseRevision, BlueprintFiles files) {
        if (!drafts.delete(name, baseRevision)) {
            throw conflict(name);
        }
        if (!versions.insert(name, version, files, caller.person())) {
            throw new ConflictException(
                    "version-exists",
                    "%s %s has been published meanwhile. Raise the version.".formatted(name, version));
        }
        record(caller, "blueprint.published", name, "Published %s %s".formatted(name, version));
        events.publishEvent(new BlueprintPublished(name, version, caller.person()));
        return true;
    }

    private DraftView begin(Caller caller, String name, BlueprintFiles files) {
        var newest = catalog.latest(name)
                .orElseThrow(() -> new NotFoundException("blueprint-not-found", "There is no blueprint " + name + "."));
        return within(() -> {
            if (!drafts.insert(name, newest.version(), files, caller.person())) {
                throw conflict(name);
            }
            record(caller, "draft.begun", name, "Began a draft of %s %s".formatted(name, newest.version()));
            return drafts.get(name);
        });
    }

    private ConflictException conflict(String name) {
        var message = drafts.find(name)
                .map(draft ->
                        "%s saved this draft at %s, after you opened it. Your text is still here: compare it with the saved one."
                                .formatted(people.nameOf(draft.savedBy()), draft.savedAt()))
                .orElse(
                        "The draft has been published or discarded meanwhile. Your text is still here: begin a new draft with it.");
        return new ConflictException("draft-conflict", message);
    }

    private void record(Caller caller, String action, String name, String summary) {
        audit.record(AuditEntry.of(caller.person(), action, "blueprint", name, summary));
    }

    private <T> T within(java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    private static void requireAdmin(Caller caller, String name) {
        if (!caller.isPlatformAdmin()) {
            throw new NotFoundException("draft-not-found", "There is no draft of " + name + ".");
        }
    }
}
