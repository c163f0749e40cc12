package dev.slipway.catalog;

import dev.slipway.access.Caller;
import dev.slipway.access.People;
import dev.slipway.audit.AuditEntry;
import dev.slipway.audit.AuditTrail;
import dev.slipway.blueprint.Blueprint;
import dev.slipway.blueprint.BlueprintCompiler;
import dev.slipway.blueprint.schema.KubernetesSchemas;
import dev.slipway.kernel.ConflictException;
import dev.slipway.kernel.InvalidException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Requests for a signature as entities. Whoever touches a draft and its request writes the draft first, so that an edit and a
 * signature that meet never wait for each other. What the gate asks of clusters it asks before a transaction begins.
 */
@Service
class StoredCertifications implements Certifications {

    private static final int LONGEST = 2_000;

    private final CertificationRepository certifications;
    private final DraftRepository drafts;
    private final PublishedVersionRepository published;
    private final StoredCatalog catalog;
    private final Gate gate;
    private final ClusterSchemas schemas;
    private final UsedSchemas usedSchemas;
    private final Withdrawals withdrawals;
    private final People people;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    StoredCertifications(
            CertificationRepository certifications,
            DraftRepository drafts,
            PublishedVersionRepository published,
            StoredCatalog catalog,
            Gate gate,
            ClusterSchemas schemas,
            UsedSchemas usedSchemas,
            Withdrawals withdrawals,
            People people,
            AuditTrail audit,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.certifications = certifications;
        this.drafts = drafts;
        this.published = published;
        this.catalog = catalog;
        this.gate = gate;
        this.schemas = schemas;
        this.usedSchemas = usedSchemas;
        this.withdrawals = withdrawals;
        this.people = people;
        this.audit = audit;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Optional<CertificationView> waiting(Caller caller, String name) {
        return caller.isPlatformAdmin() ? certifications.waiting(name).map(Certification::view) : Optional.empty();
    }

    @Override
    public List<CertificationView> history(Caller caller, String name) {
        return caller.isPlatformAdmin()
                ? certifications.findByBlueprintOrderByAskedAtDesc(name).stream()
                        .map(Certification::view)
                        .toList()
                : List.of();
    }

    @Override
    public int waitingFor(Caller caller) {
        return caller.isPlatformAdmin()
                ? (int) certifications.findByStatus(CertificationStatus.WAITING).stream()
                        .map(Certification::view)
                        .filter(waiting -> waiting.maySign(caller.person()))
                        .count()
                : 0;
    }

    @Override
    public CertificationView ask(Caller caller, String name, long baseRevision, String note) {
        StoredDrafts.requireAdmin(caller, name);
        if (!isText(note)) {
            throw new InvalidException(
                    "no-change-note", "Say what is new in this version, in at most 2,000 characters.", "note");
        }
        var draft = at(drafts.findById(name), baseRevision).view();
        var version = gate.require(draft);
        return within(name, () -> {
            at(drafts.lock(name), baseRevision);
            certifications.waiting(name).ifPresent(there -> {
                throw asked(there.view());
            });
            var certification = certifications.saveAndFlush(
                    new Certification(draft, version, note.strip(), caller.person(), clock.instant()));
            record(
                    caller,
                    "certification-asked",
                    certification.view(),
                    "Asked for a second signature under %s %s".formatted(name, version));
            return certification.view();
        });
    }

    @Override
    public BlueprintVersion sign(Caller caller, String name, UUID id, String contentHash) {
        StoredDrafts.requireAdmin(caller, name);
        find(name, id).requireSecond(caller.person());
        var draft = signed(name, contentHash).view();
        gate.require(draft);
        // Read from the clusters before the transaction begins; what no longer fits them is not signed.
        var served = schemas.read();
        var compilation = new BlueprintCompiler(served).compile(draft.files());
        if (!compilation.ok()) {
            throw new InvalidException(
                    "not-publishable", "It no longer fits what the clusters serve; look at the draft again.");
        }
        var version = within(name, () -> certify(caller, name, id, contentHash, compilation.orElseThrow(), served));
        return catalog.version(name, version.version());
    }

    private PublishedVersion certify(
            Caller caller, String name, UUID id, String contentHash, Blueprint blueprint, KubernetesSchemas served) {
        var draft = signed(name, contentHash);
        drafts.delete(draft);
        drafts.flush();
        var certification = find(name, id);
        certification.sign(caller.person(), clock.instant(), contentHash);
        certifications.saveAndFlush(certification);
        var asked = certification.view();
        var version = PublishedVersion.signed(
                asked, draft.view(), caller.person(), clock.instant(), usedSchemas.keep(blueprint, served));
        add(version);
        record(caller, "certified", asked, "Signed and published %s %s".formatted(name, asked.version()));
        events.publishEvent(new BlueprintPublished(name, asked.version(), asked.askedBy()));
        return version;
    }

    @Override
    public void sendBack(Caller caller, String name, UUID id, String comment) {
        StoredDrafts.requireAdmin(caller, name);
        if (!isText(comment)) {
            throw new InvalidException("no-comment", "Say what has to change, in at most 2,000 characters.", "comment");
        }
        within(name, () -> {
            var certification = find(name, id);
            certification.sendBack(caller.person(), clock.instant(), comment.strip());
            certifications.saveAndFlush(certification);
            record(
                    caller,
                    "certification-returned",
                    certification.view(),
                    "Sent %s %s back to its authors".formatted(name, certification.version()));
            return certification;
        });
    }

    @Override
    public void withdraw(Caller caller, String name, UUID id) {
        StoredDrafts.requireAdmin(caller, name);
        within(name, () -> {
            var certification = find(name, id);
            certification.requirePartOf(caller.person());
            withdrawals.withdraw(caller, certification, "");
            return certification;
        });
    }

    /** The draft that the signer has seen. */
    private Draft signed(String name, String contentHash) {
        return drafts.findById(name).filter(draft -> draft.holds(contentHash)).orElseThrow(Certification::ended);
    }

    private Certification find(String name, UUID id) {
        return certifications.findByIdAndBlueprint(id, name).orElseThrow(Certification::ended);
    }

    private static Draft at(Optional<Draft> found, long revision) {
        return found.filter(draft -> draft.isAt(revision))
                .orElseThrow(() -> new ConflictException(
                        "draft-conflict",
                        "The draft was saved, published or discarded after you opened this page. Look at it again."));
    }

    private ConflictException asked(CertificationView there) {
        return new ConflictException(
                "certification-waits",
                "%s has asked for the signature already; it waits.".formatted(people.nameOf(there.askedBy())));
    }

    private void add(PublishedVersion version) {
        try {
            published.saveAndFlush(version);
        } catch (DataIntegrityViolationException taken) {
            throw new ConflictException(
                    "version-exists",
                    "%s %s has been published meanwhile. Raise the version."
                            .formatted(version.name(), version.version()));
        }
    }

    private void record(Caller caller, String what, CertificationView certification, String summary) {
        audit.record(
                AuditEntry.of(caller.person(), "blueprint." + what, "blueprint", certification.blueprint(), summary)
                        .with("version", certification.version())
                        .with("content", certification.contentHash())
                        .with("note", certification.note())
                        .with(
                                "comment",
                                certification
                                        .decision()
                                        .map(CertificationView.Decision::comment)
                                        .orElse("")));
    }

    private <T> T within(String name, Supplier<T> work) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> work.get()));
        } catch (OptimisticLockingFailureException meanwhile) {
            throw Certification.ended();
        } catch (DataIntegrityViolationException meanwhile) {
            throw certifications
                    .waiting(name)
                    .map(Certification::view)
                    .map(this::asked)
                    .orElseThrow(() -> meanwhile);
        }
    }

    private static boolean isText(String text) {
        return !text.isBlank() && text.strip().length() <= LONGEST;
    }
}
