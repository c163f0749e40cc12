package dev.slipway.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL server per JVM. Its time zone is neither the JVM's nor UTC. */
final class TestServer {

    private static final TestServer ONLY = new TestServer();
    private static final int PATIENCE = 100;

    private final EmbeddedPostgres server;
    private final AtomicInteger databases = new AtomicInteger();

    private TestServer() {
        Superuser.requireUsable();
        try {
            server = EmbeddedPostgres.builder()
                    .setRegisterShutdownHook(false)
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setServerConfig("TimeZone", "America/St_Johns")
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "test database"));
    }

    static TestServer get() {
        return ONLY;
    }

    DatabaseServer newDatabase() {
        var name = "slipway_" + databases.incrementAndGet();
        try {
            Roles.ensure(server.getPostgresDatabase(), name);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return () -> "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), name);
    }

    /** Only when the application contexts, which end at the same time, have closed their connections. */
    private void stop() {
        try {
            for (var tries = 0; tries < PATIENCE && isUsed(); tries++) {
                Thread.sleep(100);
            }
            server.close();
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isUsed() throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var used = statement.executeQuery(
                        "select 1 from pg_stat_activity where usename = '%s'".formatted(Roles.PORTAL))) {
            return used.next();
        }
    }
}
