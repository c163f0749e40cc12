package dev.slipway.database;

import java.sql.SQLException;
import javax.sql.DataSource;

/** The two roles of an embedded server, which listens on the loopback address only and asks no password. */
final class Roles {

    static final String OWNER = "slipway_owner";
    static final String PORTAL = "slipway_portal";

    private Roles() {}

    /** Makes the roles and the database unless they are there. */
    static void ensure(DataSource superuser, String database) throws SQLException {
        try (var connection = superuser.getConnection();
                var statement = connection.createStatement()) {
            for (var role : new String[] {OWNER, PORTAL}) {
                statement.execute(
                        "do $$ begin if not exists (select from pg_roles where rolname = '%1$s') then create role %1$s login; end if; end $$"
                                .formatted(role));
            }
            try (var found =
                    statement.executeQuery("select 1 from pg_database where datname = '%s'".formatted(database))) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create database %s owner %s".formatted(database, OWNER));
        }
    }
}
