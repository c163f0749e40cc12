package dev.slipway.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** A PostgreSQL server of the portal's own. Its data outlives the portal, the server does not. */
final class EmbeddedDatabase implements DatabaseServer, AutoCloseable {

    private static final String DATABASE = "slipway";
    private static final String DATA = "postgresql-18";

    private final FolderLock lock;
    private final EmbeddedPostgres server;

    private EmbeddedDatabase(FolderLock lock, EmbeddedPostgres server) {
        this.lock = lock;
        this.server = server;
    }

    static EmbeddedDatabase start(Path folder) {
        var place = folder.toAbsolutePath().normalize();
        Superuser.requireUsable();
        try {
            Files.createDirectories(place);
            var lock = FolderLock.take(place);
            try {
                return new EmbeddedDatabase(lock, startServer(place));
            } catch (IOException | RuntimeException | SQLException failure) {
                lock.close();
                throw failure;
            }
        } catch (IOException | SQLException failure) {
            throw new DatabaseException(
                    "The embedded PostgreSQL did not start in %s: %s".formatted(place, failure.getMessage()),
                    "The lines above say why. If the folder was damaged, move it away; Slipway then makes a new one.",
                    failure);
        }
    }

    private static EmbeddedPostgres startServer(Path place) throws IOException, SQLException {
        var data = place.resolve(DATA);
        Orphan.stop(data);
        var server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(place.resolve("programs").toFile())
                .setRegisterShutdownHook(false)
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "60")
                .start();
        Roles.ensure(server.getPostgresDatabase(), DATABASE);
        return server;
    }

    @Override
    public String url() {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), DATABASE);
    }

    @Override
    public void close() throws IOException {
        server.close();
        lock.close();
    }
}
