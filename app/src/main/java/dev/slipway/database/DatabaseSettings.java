package dev.slipway.database;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where PostgreSQL comes from.
 *
 * @param embedded start an own server; otherwise {@code spring.datasource.*} (the portal's role) and {@code
 *     spring.flyway.user} (the owner) name one
 * @param folder where the embedded server keeps its data and its unpacked programs
 */
@ConfigurationProperties("slipway.database")
record DatabaseSettings(
        @DefaultValue("false") boolean embedded,
        @DefaultValue(".slipway/database") Path folder) {}
