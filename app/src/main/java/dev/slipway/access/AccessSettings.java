package dev.slipway.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Sign-in and first people.
 *
 * @param admin who is made platform admin while there is none: known by this name to the identity provider, or, without
 *     one, given a password that the log tells once
 */
@ConfigurationProperties("slipway.access")
record AccessSettings(@DefaultValue("admin") String admin) {}
