package dev.slipway.catalog;

import dev.slipway.blueprint.BlueprintFiles;
import dev.slipway.kernel.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of drafts. */
@Repository
class DraftRows {

    private final JdbcClient jdbc;
    private final InstantSource clock;

    DraftRows(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<DraftView> all() {
        return jdbc.sql("select * from catalog.draft order by name")
                .query(DraftRows::view)
                .list();
    }

    Optional<DraftView> find(String name) {
        return jdbc.sql("select * from catalog.draft where name = :name")
                .param("name", name)
                .query(DraftRows::view)
                .optional();
    }

    DraftView get(String name) {
        return find(name).orElseThrow();
    }

    /** @return false when there is one already */
    boolean insert(String name, String baseVersion, BlueprintFiles files, PersonId by) {
        return jdbc.sql("""
                                insert into catalog.draft (name, base_version, files, revision, saved_by, saved_at)
                                values (:name, :version, :files::jsonb, 1, :by, :at)
                                on conflict do nothing
                                """)
                        .param("name", name)
                        .param("version", baseVersion)
                        .param("files", FilesColumn.write(files))
                        .param("by", by.value())
                        .param("at", now())
                        .update()
                == 1;
    }

    /** @return false when the draft is gone or at another revision */
    boolean update(String name, BlueprintFiles files, long baseRevision, PersonId by) {
        return jdbc.sql("""
                                update catalog.draft
                                set files = :files::jsonb, revision = revision + 1, saved_by = :by, saved_at = :at
                                where name = :name and revision = :revision
                                """)
                        .param("files", FilesColumn.write(files))
                        .param("by", by.value())
                        .param("at", now())
                        .param("name", name)
                        .param("revision", baseRevision)
                        .update()
                == 1;
    }

    boolean delete(String name) {
        return jdbc.sql("delete from catalog.draft where name = :name")
                        .param("name", name)
                        .update()
                == 1;
    }

    boolean delete(String name, long revision) {
        return jdbc.sql("delete from catalog.draft where name = :name and revision = :revision")
                        .param("name", name)
                        .param("revision", revision)
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static DraftView view(ResultSet row, int number) throws SQLException {
        return new DraftView(
                row.getString("name"),
                row.getString("base_version"),
                FilesColumn.read(row.getString("files")),
                row.getLong("revision"),
                new PersonId(row.getString("saved_by")),
                row.getObject("saved_at", OffsetDateTime.class).toInstant());
    }
}
