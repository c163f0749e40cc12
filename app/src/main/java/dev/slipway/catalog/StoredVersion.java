package dev.slipway.catalog;

import dev.slipway.blueprint.Blueprint;
import dev.slipway.blueprint.BlueprintFiles;
import dev.slipway.kernel.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import org.semver4j.Semver;

/** A row of {@code catalog.version}. */
record StoredVersion(
        String name,
        String version,
        BlueprintVersion.Status status,
        BlueprintFiles files,
        String contentHash,
        Instant publishedAt,
        PersonId publishedBy) {

    static final Comparator<StoredVersion> BY_VERSION = Comparator.comparing(StoredVersion::semver);

    static StoredVersion read(ResultSet row, int number) throws SQLException {
        return new StoredVersion(
                row.getString("name"),
                row.getString("version"),
                BlueprintVersion.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                FilesColumn.read(row.getString("files")),
                row.getString("content_hash"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                new PersonId(row.getString("published_by")));
    }

    boolean isOffered() {
        return status != BlueprintVersion.Status.RETIRED;
    }

    BlueprintVersion compiled(Blueprint blueprint) {
        return new BlueprintVersion(name, version, status, blueprint, files, contentHash, publishedAt, publishedBy);
    }

    private Semver semver() {
        return Objects.requireNonNullElseGet(Semver.parse(version), () -> new Semver("0.0.0"));
    }
}
