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
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
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

    @Column(updatable = false)
    private Instant begunAt;

    private String savedBy;

    private Instant savedAt;

    @Convert(converter = PeopleColumn.class)
    @JdbcTypeCode(SqlTypes.JSON)
    private SortedSet<PersonId> authors = Collections.emptySortedSet();

    @Transient
    private boolean stored;

    protected Draft() {}

    Draft(String name, String baseVersion, BlueprintFiles files, PersonId by, Instant at) {
        this.name = name;
        this.baseVersion = baseVersion;
        this.files = files;
        this.authors = new TreeSet<>(Set.of(by));
        this.begunAt = at.truncatedTo(ChronoUnit.MICROS);
        saved(by, at);
    }

    /** Who saves what stands there already has written nothing of it. */
    void save(BlueprintFiles files, PersonId by, Instant at) {
        if (!files.equals(this.files)) {
            this.files = files;
            var wrote = new TreeSet<>(authors);
            wrote.add(by);
            this.authors = wrote;
        }
        saved(by, at);
    }

    private void saved(PersonId by, Instant at) {
        this.savedBy = by.value();
        this.savedAt = at.truncatedTo(ChronoUnit.MICROS);
    }

    boolean isAt(long baseRevision) {
        return revision == baseRevision;
    }

    /** The one content that a signature is for. */
    boolean holds(String contentHash) {
        return ContentHash.of(files).equals(contentHash);
    }

    DraftView view() {
        return new DraftView(
                name,
                baseVersion,
                files,
                ContentHash.of(files),
                revision,
                begunAt,
                new PersonId(savedBy),
                savedAt,
                Collections.unmodifiableSortedSet(authors));
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
