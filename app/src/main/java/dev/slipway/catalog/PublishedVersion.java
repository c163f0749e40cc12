package dev.slipway.catalog;

import dev.slipway.blueprint.Blueprint;
import dev.slipway.blueprint.BlueprintFiles;
import dev.slipway.catalog.BlueprintVersion.Status;
import dev.slipway.kernel.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Objects;
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

    @Version
    private @Nullable Long changes;

    protected PublishedVersion() {}

    private PublishedVersion(Key key, BlueprintFiles files, PersonId by, Instant at) {
        this.key = key;
        this.status = Status.CERTIFIED;
        this.files = files;
        this.contentHash = ContentHash.of(files);
        this.publishedAt = at.truncatedTo(ChronoUnit.MICROS);
        this.publishedBy = by.value();
    }

    static PublishedVersion certified(String name, String version, BlueprintFiles files, PersonId by, Instant at) {
        return new PublishedVersion(new Key(name, version), files, by, at);
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

    boolean isOffered() {
        return status != Status.RETIRED;
    }

    BlueprintVersion compiled(Blueprint blueprint) {
        return new BlueprintVersion(
                key.name, key.version, status, blueprint, files, contentHash, publishedAt, new PersonId(publishedBy));
    }

    private Semver semver() {
        return Objects.requireNonNullElseGet(Semver.parse(key.version), () -> new Semver("0.0.0"));
    }

    @Embeddable
    record Key(String name, String version) {}
}
