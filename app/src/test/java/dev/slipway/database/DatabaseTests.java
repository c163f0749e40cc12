package dev.slipway.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.testing.SlipwayTest;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.env.MockEnvironment;

@SlipwayTest
class DatabaseTests {

    @Autowired
    JdbcClient database;

    @Autowired
    FlywayConnectionDetails owner;

    @Test
    void thePortalIsNotTheOwnerOfItsTables() {
        assertThat(database.sql("select current_user").query(String.class).single())
                .isEqualTo("slipway_portal");
        assertThatThrownBy(() ->
                        database.sql("create table public.intruder (id int)").update())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> database.sql("select * from migrations.flyway_schema_history")
                        .query()
                        .listOfRows())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void refusesToWorkAsTheOwner() {
        var asOwner = JdbcClient.create(new DriverManagerDataSource(
                Objects.requireNonNull(owner.getJdbcUrl()),
                Objects.requireNonNull(owner.getUsername()),
                Objects.requireNonNull(owner.getPassword())));
        assertThatThrownBy(() -> PortalRole.check(asOwner))
                .isInstanceOfSatisfying(
                        DatabaseException.class,
                        refusal -> assertThat(refusal.action()).contains("spring.flyway.user"));
    }

    @ParameterizedTest
    @CsvSource({
        "false, false, ''                     , No database is named",
        "true , false, ''                     , Demo mode",
        "true , true , jdbc:postgresql://their, Demo mode",
        "true , false, jdbc:postgresql://their, Demo mode",
        "false, true , jdbc:postgresql://their, Both"
    })
    void refusesWhatDoesNotFitTogether(boolean demo, boolean embedded, String external, String message) {
        assertThatThrownBy(() -> choose(demo, embedded, external))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({"true, true, ''", "false, true, ''", "false, false, jdbc:postgresql://their"})
    void acceptsOneDatabase(boolean demo, boolean embedded, String external) {
        choose(demo, embedded, external);
    }

    private static void choose(boolean demo, boolean embedded, String external) {
        var environment = new MockEnvironment()
                .withProperty("slipway.demo", String.valueOf(demo))
                .withProperty("slipway.database.embedded", String.valueOf(embedded));
        if (!external.isEmpty()) {
            environment
                    .getPropertySources()
                    .addFirst(new org.springframework.core.env.MapPropertySource(
                            "external", Map.of("spring.datasource.url", external)));
        }
        new DatabaseChoice(environment).postProcessBeanFactory(new DefaultListableBeanFactory());
    }
}
