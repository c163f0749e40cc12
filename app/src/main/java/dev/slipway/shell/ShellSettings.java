package dev.slipway.shell;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How pages are shown.
 *
 * @param zone the time zone in which pages write times
 */
@ConfigurationProperties("slipway.shell")
record ShellSettings(@DefaultValue("Europe/Berlin") ZoneId zone) {}
