package dev.slipway.database;

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
