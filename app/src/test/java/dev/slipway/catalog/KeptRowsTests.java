package dev.slipway.catalog;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.testing.SlipwayTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.ActiveProfiles;

/** What of the catalog nobody alters, the owner of its tables included. */
@SlipwayTest
@ActiveProfiles("demo")
class KeptRowsTests {

    @Autowired
    JdbcClient database;

    @Autowired
    FlywayConnectionDetails owner;

    @BeforeEach
    void aSignatureIsAskedFor() {
        database.sql("""
                insert into catalog.certification
                  (id, blueprint, version, content_hash, note, authors, asked_by, asked_at, status)
                values ('3a3a3a3a-0000-4000-8000-000000000001', 'by-hand', '1.0.0', repeat('a', 64), 'New.',
                  '["ana.ferreira"]', 'ana.ferreira', now(), 'WAITING') on conflict do nothing""").update();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update catalog.schemas set document = '{}'",
                "update catalog.schemas set kubernetes = 'v0.0'",
                "delete from catalog.schemas",
                "truncate catalog.schemas cascade",
                "update catalog.certification set authors = '[]'",
                "update catalog.certification set asked_by = 'noor.haddad'",
                "update catalog.certification set content_hash = repeat('b', 64)",
                "delete from catalog.certification",
                "truncate catalog.certification",
                "update catalog.version set files = '{}'",
                "truncate catalog.version"
            })
    void nobodyAlters(String attempt) {
        assertThatThrownBy(() -> asOwner().sql(attempt).update())
                .rootCause()
                .message()
                .containsAnyOf("never change", "is never deleted");
        assertThatThrownBy(() -> database.sql(attempt).update())
                .rootCause()
                .message()
                .contains("permission denied");
    }

    @Test
    void aRequestForASignatureEndsOnce() {
        var end =
                "update catalog.certification set status = 'RETURNED', decided_by = 'noor.haddad', decided_at = now(),"
                        + " comment = :comment where blueprint = 'by-hand'";
        assertThat(database.sql(end).param("comment", "No.").update()).isEqualTo(1);
        assertThatThrownBy(() -> database.sql(end).param("comment", "Yes.").update())
                .rootCause()
                .message()
                .contains("ends once");
    }

    private JdbcClient asOwner() {
        return JdbcClient.create(new DriverManagerDataSource(
                requireNonNull(owner.getJdbcUrl()),
                requireNonNull(owner.getUsername()),
                requireNonNull(owner.getPassword())));
    }
}
