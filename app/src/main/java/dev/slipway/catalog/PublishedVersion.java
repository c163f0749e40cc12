package dev.slipway.catalog;

import dev.slipway.blueprint.Blueprint;
import dev.slipway.blueprint.BlueprintFiles;
import dev.slipway.catalog.BlueprintVersion.Status;
import dev.slipway.kernel.ConflictException;
import dev.slipway.kernel.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.semver4j.Semver;

/** A version as it was published. Nothing of it changes but its status; the portal's role could not write the rest. */
@Entity
@Table(schema = "catalog", name = "version")
class PublishedVersion {

    static final Comparator<PublishedVersion> BY_VERSION = Comparator.comparing(PublishedVersion::semver);

    @EmbeddedId
    private Key key;

    @Convert(converter = StatusColumn.class)
    private Status status;

    @Convert(converter = FilesColumn.class)
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private BlueprintFiles files;

    @Column(updatable = false)
    private String contentHash;

    @Column(updatable = false)
    private Instant publishedAt;

    @Column(updatable = false)
    private String publishedBy;

    @Column(updatable = false)
    private String note;

    @Column(updatable = false)
    private @Nullable String signedBy;

    @Column(updatable = false)
    private @Nullable Instant draftedAt;

    @SuppressWarnings(
            "UnusedVariable") // the digest in catalog.schemas, for whoever asks what a version was checked against
    @Column(updatable = false)
    private @Nullable String schemas;

    private @Nullable Instant deprecatedAt;

    private @Nullable String deprecatedBy;

    private @Nullable LocalDate retiresOn;

    private @Nullable String deprecationNote;

    private @Nullable Instant retiredAt;

    private @Nullable String retiredBy;

    @Version
    private @Nullable Long changes;

    protected PublishedVersion() {}

    private PublishedVersion(
            Key key,
            BlueprintFiles files,
            PersonId by,
            Instant at,
            String note,
            @Nullable PersonId signedBy,
            String schemas) {
        this.key = key;
        this.status = Status.CERTIFIED;
        this.files = files;
        this.contentHash = ContentHash.of(files);
        this.publishedAt = at.truncatedTo(ChronoUnit.MICROS);
        this.publishedBy = by.value();
        this.note = note;
        this.signedBy = signedBy == null ? null : signedBy.value();
        this.schemas = schemas;
    }

    /** From the folders that an operator points to, where others have looked at it before. */
    static PublishedVersion imported(
            String name, String version, BlueprintFiles files, PersonId by, Instant at, String schemas) {
        return new PublishedVersion(new Key(name, version), files, by, at, "", null, schemas);
    }

    static PublishedVersion signed(
            CertificationView asked, DraftView draft, PersonId signer, Instant at, String schemas) {
        var key = new Key(asked.blueprint(), asked.version());
        var version = new PublishedVersion(key, draft.files(), asked.askedBy(), at, asked.note(), signer, schemas);
        version.draftedAt = draft.begunAt();
        return version;
    }

    String name() {
        return key.name;
    }

    String version() {
        return key.version;
    }

    BlueprintFiles files() {
        return files;
    }

    String contentHash() {
        return contentHash;
    }

    long changes() {
        return changes == null ? 0 : changes;
    }

    /** @throws ConflictException when it is retired already */
    void deprecate(Deprecation deprecation) {
        requireOffered();
        this.status = Status.DEPRECATED;
        this.deprecatedAt = deprecation.at().truncatedTo(ChronoUnit.MICROS);
        this.deprecatedBy = deprecation.by().value();
        this.retiresOn = deprecation.until();
        this.deprecationNote = deprecation.note();
    }

    /** @throws ConflictException when it is retired already, or not deprecated */
    void retire(PersonId by, Instant at) {
        requireOffered();
        if (status != Status.DEPRECATED) {
            throw new ConflictException(
                    "not-deprecated", "A version is deprecated first, so that those who run it are told.");
        }
        this.status = Status.RETIRED;
        this.retiredAt = at.truncatedTo(ChronoUnit.MICROS);
        this.retiredBy = by.value();
    }

    private void requireOffered() {
        if (!isOffered()) {
            throw new ConflictException("version-retired", "This version is retired already.");
        }
    }

    Optional<Deprecation> deprecation() {
        return deprecatedAt == null || deprecatedBy == null || retiresOn == null || deprecationNote == null
                ? Optional.empty()
                : Optional.of(new Deprecation(new PersonId(deprecatedBy), deprecatedAt, retiresOn, deprecationNote));
    }

    private Optional<Retirement> retirement() {
        return retiredAt == null || retiredBy == null
                ? Optional.empty()
                : Optional.of(new Retirement(new PersonId(retiredBy), retiredAt));
    }

    boolean isCertified() {
        return status == Status.CERTIFIED;
    }

    boolean isOffered() {
        return status != Status.RETIRED;
    }

    BlueprintVersion compiled(Blueprint blueprint) {
        return new BlueprintVersion(
                key.name,
                key.version,
                status,
                blueprint,
                files,
                contentHash,
                publishedAt,
                new PersonId(publishedBy),
                note,
                Optional.ofNullable(signedBy).map(PersonId::new),
                Optional.ofNullable(draftedAt),
                deprecation(),
                retirement(),
                changes());
    }

    private Semver semver() {
        return Objects.requireNonNullElseGet(Semver.parse(key.version), () -> new Semver("0.0.0"));
    }

    @Embeddable
    record Key(String name, String version) {}
}
