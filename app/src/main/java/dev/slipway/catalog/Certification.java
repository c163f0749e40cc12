package dev.slipway.catalog;

import dev.slipway.kernel.ConflictException;
import dev.slipway.kernel.PersonId;
import dev.slipway.kernel.RefusedException;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A request for a signature under one content. What was asked stays; it ends once. */
@Entity
@Table(schema = "catalog", name = "certification")
class Certification {

    @Id
    private UUID id;

    @Column(updatable = false)
    private String blueprint;

    @Column(updatable = false)
    private String version;

    @Column(updatable = false)
    private String contentHash;

    @Column(updatable = false)
    private String note;

    @Convert(converter = PeopleColumn.class)
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private SortedSet<PersonId> authors;

    @Column(updatable = false)
    private String askedBy;

    @Column(updatable = false)
    private Instant askedAt;

    @Enumerated(EnumType.STRING)
    private CertificationStatus status;

    private @Nullable String decidedBy;

    private @Nullable Instant decidedAt;

    private String comment = "";

    @Version
    private @Nullable Long changes;

    protected Certification() {}

    Certification(DraftView draft, String version, String note, PersonId by, Instant at) {
        this.id = UUID.randomUUID();
        this.blueprint = draft.name();
        this.version = version;
        this.contentHash = draft.contentHash();
        this.note = note;
        this.authors = new TreeSet<>(draft.authors());
        this.askedBy = by.value();
        this.askedAt = at.truncatedTo(ChronoUnit.MICROS);
        this.status = CertificationStatus.WAITING;
    }

    /** @throws ConflictException when it no longer waits, or for another content than the signer has seen */
    void sign(PersonId by, Instant at, String seen) {
        requireSecond(by);
        if (!contentHash.equals(seen)) {
            throw ended();
        }
        end(CertificationStatus.SIGNED, by, at, "");
    }

    /** @throws ConflictException when it no longer waits */
    void sendBack(PersonId by, Instant at, String comment) {
        requireSecond(by);
        end(CertificationStatus.RETURNED, by, at, comment);
    }

    /** @throws ConflictException when it no longer waits */
    void withdraw(PersonId by, Instant at, String why) {
        end(CertificationStatus.WITHDRAWN, by, at, why);
    }

    /** @throws RefusedException for whoever has no part in it */
    void requirePartOf(PersonId person) {
        if (!view().isPartOf(person)) {
            throw new RefusedException(
                    "not-yours", "It is taken back by whoever asked or wrote in the draft. You can send it back.");
        }
    }

    /** @throws RefusedException for whoever asked or wrote in it */
    void requireSecond(PersonId person) {
        if (view().isPartOf(person)) {
            throw new RefusedException(
                    "own-draft", "You wrote in this draft or asked for the signature, so somebody else decides.");
        }
    }

    private void end(CertificationStatus end, PersonId by, Instant at, String comment) {
        if (status != CertificationStatus.WAITING) {
            throw ended();
        }
        this.status = end;
        this.decidedBy = by.value();
        this.decidedAt = at.truncatedTo(ChronoUnit.MICROS);
        this.comment = comment;
    }

    static ConflictException ended() {
        return new ConflictException(
                "certification-ended",
                "This request was decided, withdrawn or edited meanwhile; nothing was changed now. Look at it again.");
    }

    UUID id() {
        return id;
    }

    String blueprint() {
        return blueprint;
    }

    String version() {
        return version;
    }

    CertificationView view() {
        return new CertificationView(
                id,
                blueprint,
                version,
                contentHash,
                note,
                Collections.unmodifiableSortedSet(authors),
                new PersonId(askedBy),
                askedAt,
                status,
                Optional.ofNullable(decidedBy)
                        .flatMap(by -> Optional.ofNullable(decidedAt)
                                .map(when -> new CertificationView.Decision(new PersonId(by), when, comment))));
    }
}
