package dev.slipway.access;

import dev.slipway.audit.AuditEntry;
import dev.slipway.audit.AuditTrail;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows the guessing of passwords: after ten wrong ones in a row a name rests for a quarter of an hour. An attempt counts
 * before its password is looked at, so that many at once gain nothing.
 */
@Component
class SignInAttempts {

    private static final int ALLOWED = 10;

    private final JdbcClient database;
    private final AuditTrail trail;

    SignInAttempts(JdbcClient database, AuditTrail trail) {
        this.database = database;
        this.trail = trail;
    }

    /** Whether the password may be looked at. */
    @Transactional
    boolean begin(String name) {
        database.sql("delete from access.attempt where last < now() - interval '15 minutes'")
                .update();
        int failures = database.sql("""
                insert into access.attempt as known (name, failures, last) values (:name, 1, now())
                on conflict (name) do update set
                  failures = known.failures + 1,
                  last = case when known.failures < :allowed then now() else known.last end
                returning failures
                """)
                .param("name", name)
                .param("allowed", ALLOWED)
                .query(Integer.class)
                .single();
        if (failures == ALLOWED + 1) {
            trail.record(new AuditEntry(
                    Optional.empty(),
                    "sign-in.locked",
                    "person",
                    name,
                    Optional.empty(),
                    "Too many wrong passwords for this name; it rests for 15 minutes",
                    new java.util.TreeMap<>()));
        }
        return failures <= ALLOWED;
    }

    @Transactional
    void succeeded(String name) {
        database.sql("delete from access.attempt where name = ?").param(name).update();
    }
}
