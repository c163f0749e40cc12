package dev.slipway.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedDatabaseTests {

    @TempDir
    Path folder;

    @Test
    void keepsItsDataAlsoOverAServerThatAKilledPortalLeftRunning() throws Exception {
        String postgres;
        try (var first = EmbeddedDatabase.start(folder)) {
            postgres = server().info().command().orElseThrow();
            client(first)
                    .sql("create schema kept create table kept.row (id int)")
                    .update();
            assertThatThrownBy(() -> EmbeddedDatabase.start(folder))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("Another portal is running");
        }
        var orphan = startAsAKilledPortalWould(postgres);
        try (var second = EmbeddedDatabase.start(folder)) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(settings(second))
                    .containsExactly("fsync=on", "full_page_writes=on", "lc_collate=C.UTF-8", "synchronous_commit=on");
            assertThat(client(second)
                            .sql("select id from kept.row")
                            .query(Integer.class)
                            .list())
                    .isEmpty();
        }
        assertThat(folder.resolve("postgresql-18/postmaster.pid")).doesNotExist();
    }

    private ProcessHandle startAsAKilledPortalWould(String postgres) throws IOException, InterruptedException {
        var start = postgres.replaceFirst("postgres$", "pg_ctl");
        var data = folder.resolve("postgresql-18").toString();
        var command = new ProcessBuilder(start, "-D", data, "-o", "-p " + freePort(), "-w", "start");
        if (Superuser.isRoot()) {
            command.command().addAll(0, List.of("unshare", "-U"));
        }
        command.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectErrorStream(true);
        assertThat(command.start().waitFor(60, TimeUnit.SECONDS)).isTrue();
        return server();
    }

    /** The process of the server on the folder. */
    private ProcessHandle server() throws IOException {
        var pid = Files.readAllLines(folder.resolve("postgresql-18/postmaster.pid"))
                .getFirst()
                .strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private static int freePort() throws IOException {
        try (var socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static List<@Nullable String> settings(EmbeddedDatabase database) {
        return client(database).sql("""
                        select name || '=' || setting from pg_settings
                         where name in ('fsync', 'full_page_writes', 'synchronous_commit')
                        union all select 'lc_collate=' || datcollate from pg_database where datname = current_database()
                        order by 1
                        """).query(String.class).list();
    }

    private static JdbcClient client(EmbeddedDatabase database) {
        return JdbcClient.create(new DriverManagerDataSource(database.url(), Roles.OWNER, ""));
    }
}
