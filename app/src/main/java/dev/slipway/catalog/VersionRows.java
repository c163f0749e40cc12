package dev.slipway.catalog;

import dev.slipway.blueprint.BlueprintFiles;
import dev.slipway.kernel.PersonId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of published versions. */
@Repository
class VersionRows {

    private final JdbcClient jdbc;

    VersionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<StoredVersion> all() {
        return jdbc.sql("select * from catalog.version")
                .query(StoredVersion::read)
                .list();
    }

    /** The highest version first. */
    List<StoredVersion> of(String name) {
        return jdbc
                .sql("select * from catalog.version where name = :name")
                .param("name", name)
                .query(StoredVersion::read)
                .list()
                .stream()
                .sorted(StoredVersion.BY_VERSION.reversed())
                .toList();
    }

    Optional<StoredVersion> find(String name, String version) {
        return of(name).stream().filter(row -> row.version().equals(version)).findFirst();
    }

    /** @return false when that version is there already */
    boolean insert(String name, String version, BlueprintFiles files, PersonId by) {
        return jdbc.sql("""
                                insert into catalog.version (name, version, status, files, content_hash, published_by)
                                values (:name, :version, 'certified', :files::jsonb, :hash, :by)
                                on conflict do nothing
                                """)
                        .param("name", name)
                        .param("version", version)
                        .param("files", FilesColumn.write(files))
                        .param("hash", ContentHash.of(files))
                        .param("by", by.value())
                        .update()
                == 1;
    }
}
