package dev.slipway.database;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Refuses to work as the owner of the tables: whoever owns the audit trail could alter it. */
final class PortalRole {

    private PortalRole() {}

    static PortalRole check(JdbcClient database) {
        var role = database.sql("select current_user").query(String.class).single();
        var owns = database.sql("""
                select exists (
                  select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                   where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema)'
                     and pg_has_role(current_user, c.relowner, 'member'))
                """).query(Boolean.class).single();
        if (owns) {
            throw new DatabaseException(
                    "The portal connects as %s, who owns its tables or may do everything.".formatted(role),
                    "Name an ordinary role in spring.datasource.username, and the owner, for the migrations only,"
                            + " in spring.flyway.user. See docs/operations/running.md.");
        }
        return new PortalRole();
    }
}
