package dev.slipway.database;

import jakarta.persistence.EntityManagerFactory;
import org.hibernate.cfg.MappingSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    static DatabaseChoice databaseChoice(Environment environment) {
        return new DatabaseChoice(environment);
    }

    @Bean
    @DependsOnDatabaseInitialization
    PortalRole portalRole(JdbcClient database) {
        return PortalRole.check(database);
    }

    @Bean
    HibernatePropertiesCustomizer jsonText() {
        return properties -> properties.put(MappingSettings.JSON_FORMAT_MAPPER, new JsonText());
    }

    /**
     * The first query of a process waits half a second for Hibernate's parser to come up. Here it comes up beside the rest of
     * the start, which leaves a core idle, and not while the first person waits for a page.
     */
    @Bean(bootstrap = Bean.Bootstrap.BACKGROUND)
    ParsedQuery firstQuery(EntityManagerFactory hibernate) {
        try (var session = hibernate.createEntityManager()) {
            session.createQuery("select 1", Integer.class);
        }
        return new ParsedQuery();
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty("slipway.database.embedded")
    static class Embedded {

        @Bean
        @ConditionalOnMissingBean(DatabaseServer.class)
        EmbeddedDatabase embeddedDatabase(DatabaseSettings settings) {
            return EmbeddedDatabase.start(settings.folder());
        }

        @Bean
        JdbcConnectionDetails portalConnection(DatabaseServer database) {
            return new PortalConnection(database.url());
        }

        @Bean
        FlywayConnectionDetails ownerConnection(DatabaseServer database) {
            return new OwnerConnection(database.url());
        }
    }

    record ParsedQuery() {}

    private record PortalConnection(String url) implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return Roles.PORTAL;
        }

        @Override
        public String getPassword() {
            return Roles.PORTAL;
        }

        @Override
        public String getJdbcUrl() {
            return url;
        }
    }

    private record OwnerConnection(String url) implements FlywayConnectionDetails {

        @Override
        public String getUsername() {
            return Roles.OWNER;
        }

        @Override
        public String getPassword() {
            return Roles.OWNER;
        }

        @Override
        public String getJdbcUrl() {
            return url;
        }
    }
}
