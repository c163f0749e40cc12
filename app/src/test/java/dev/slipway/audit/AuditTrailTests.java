package dev.slipway.audit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.kernel.PersonId;
import dev.slipway.kernel.TeamId;
import dev.slipway.testing.SlipwayTest;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@SlipwayTest
class AuditTrailTests {

    private static final PersonId MIRA = new PersonId("mira.okafor");

    @Autowired
    AuditTrail trail;

    @Autowired
    ChainVerifier verifier;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient database;

    @Autowired
    FlywayConnectionDetails owner;

    @Test
    void keepsWhatWasRecorded() {
        var entry = AuditEntry.of(
                        MIRA, "instance.launched", "instance", "i-1", new TeamId("claims"), "Launched „größer“ 🚀")
                .with("price", "1.94")
                .with("Änderung", "a:b");
        record(entry);
        var found = trail.search(about("i-1")).entries();
        assertThat(found)
                .singleElement()
                .satisfies(kept -> assertThat(kept.entry()).isEqualTo(entry));
        assertThat(verifier.verify()).isInstanceOf(ChainState.Verified.class);
    }

    @Test
    void isPartOfTheTransactionOfTheAct() {
        assertThatThrownBy(() -> trail.record(AuditEntry.of(MIRA, "a.b", "c", "alone", "d")))
                .isInstanceOf(IllegalTransactionStateException.class);
        transactions.executeWithoutResult(transaction -> {
            trail.record(AuditEntry.of(MIRA, "a.b", "c", "undone", "d"));
            transaction.setRollbackOnly();
        });
        assertThat(trail.search(about("undone")).entries()).isEmpty();
    }

    @Test
    void isOneChainHoweverManyWriteAtOnce() {
        var number = new AtomicInteger();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var worker = 0; worker < 100; worker++) {
                workers.execute(() -> transactions.executeWithoutResult(transaction -> {
                    record("parallel", number.incrementAndGet());
                    record("parallel", number.incrementAndGet());
                }));
            }
        }
        assertThat(trail.search(about("parallel")).entries()).hasSize(200);
        assertThat(verifier.verify()).isInstanceOf(ChainState.Verified.class);
    }

    @Test
    void pagesBackInTime() {
        for (var index = 0; index < 5; index++) {
            record(AuditEntry.of(MIRA, "page.turned", "book", "pages", "Turned " + index));
        }
        var first = trail.search(pages(Optional.empty()));
        assertThat(first.entries()).hasSize(3);
        var second = trail.search(pages(first.next()));
        assertThat(second.entries()).hasSize(2);
        assertThat(second.next()).isEmpty();
        assertThat(second.entries().getLast().entry().summary()).isEqualTo("Turned 0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit.entry set summary = 'x'",
                "delete from audit.entry",
                "truncate audit.entry",
                "insert into audit.entry (action, subject_kind, subject, summary, details, number) values ('a.b', 'c', 'd', 'e', '{}', 7)",
                "drop table audit.entry",
                "alter table audit.entry disable trigger all",
                "set session_replication_role = replica",
                "set role slipway_owner"
            })
    void cannotBeAlteredByThePortal(String attempt) {
        assertThatThrownBy(() -> database.sql(attempt).update())
                .rootCause()
                .message()
                .containsAnyOf("permission denied", "must be owner");
    }

    @Test
    void showsWhatTheOwnerOfTheTablesAltered() {
        record(AuditEntry.of(MIRA, "money.spent", "budget", "altered", "Spent 10"));
        record(AuditEntry.of(MIRA, "money.spent", "budget", "altered", "Spent 20"));
        var altered = trail.search(about("altered")).entries().getLast();
        asOwner("update audit.entry set summary = 'Spent 1' where number = " + altered.number());
        assertThat(verifier.verify())
                .isInstanceOfSatisfying(
                        ChainState.Broken.class,
                        broken -> assertThat(broken.number()).isEqualTo(altered.number()));
        asOwner("update audit.entry set summary = 'Spent 10' where number = " + altered.number());
        assertThat(verifier.verify()).isInstanceOf(ChainState.Verified.class);
    }

    private void asOwner(String statement) {
        var tables = new DriverManagerDataSource(
                requireNonNull(owner.getJdbcUrl()),
                requireNonNull(owner.getUsername()),
                requireNonNull(owner.getPassword()));
        JdbcClient.create(tables).sql(statement).update();
    }

    private void record(String subject, int number) {
        trail.record(AuditEntry.of(MIRA, "thing.done", "thing", subject, "Did " + number));
    }

    private void record(AuditEntry entry) {
        transactions.executeWithoutResult(transaction -> trail.record(entry));
    }

    private static AuditQuery about(String subject) {
        return query(subject, Optional.empty(), 500);
    }

    private static AuditQuery pages(Optional<Long> before) {
        return query("pages", before, 3);
    }

    private static AuditQuery query(String subject, Optional<Long> before, int limit) {
        return new AuditQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.of(subject),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                before,
                limit);
    }
}
