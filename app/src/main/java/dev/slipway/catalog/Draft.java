package dev.slipway.catalog;

import dev.slipway.blueprint.BlueprintFiles;
import dev.slipway.kernel.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.springframework.data.domain.Persistable;

/** The draft of a blueprint. Its revision, which rises with every save, is what a saved text names as its base. */
@Entity
@Table(schema = "catalog", name = "draft")
class Draft implements Persistable<String> {

    @Id
    private String name;

    @Column(updatable = false)
    private String baseVersion;

    @Convert(converter = FilesColumn.class)
    @JdbcTypeCode(SqlTypes.JSON)
    private BlueprintFiles files;

    @Version
    private long revision = 1;

    private String savedBy;

    private Instant savedAt;

    @Transient
    private boolean stored;

    protected Draft() {}

    Draft(String name, String baseVersion, BlueprintFiles files, PersonId by, Instant at) {
        this.name = name;
        this.baseVersion = baseVersion;
        save(files, by, at);
    }

    final void save(BlueprintFiles files, PersonId by, Instant at) {
        this.files = files;
        this.savedBy = by.value();
        this.savedAt = at.truncatedTo(ChronoUnit.MICROS);
    }

    boolean isAt(long baseRevision) {
        return revision == baseRevision;
    }

    DraftView view() {
        return new DraftView(name, baseVersion, files, revision, new PersonId(savedBy), savedAt);
    }

    @Override
    public String getId() {
        return name;
    }

    /** Asked by Spring Data, to which neither a name that was given nor a revision that begins at 1 tells it. */
    @Override
    public boolean isNew() {
        return !stored;
    }

    @PostLoad
    @PostPersist
    void stored() {
        stored = true;
    }
}
