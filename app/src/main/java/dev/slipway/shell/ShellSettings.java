package dev.slipway.shell;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How pages are shown.
 *
 * @param zone the time zone in which pages write times
 * @param bundle whether styles and scripts are sent as one file each; off while they are being written
 */
@ConfigurationProperties("slipway.shell")
record ShellSettings(
        @DefaultValue("Europe/Berlin") ZoneId zone,
        @DefaultValue("true") boolean bundle) {}
