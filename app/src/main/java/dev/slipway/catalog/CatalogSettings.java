package dev.slipway.catalog;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the catalog.
 *
 * @param location of the folders, one for each blueprint, that are imported at start
 */
@ConfigurationProperties("slipway.catalog")
record CatalogSettings(
        @DefaultValue("classpath*:templates-catalog/") String location) {

    CatalogSettings {
        location = location.endsWith("/") ? location : location + "/";
    }
}
