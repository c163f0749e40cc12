package dev.slipway.provisioning.web;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A launch as programs send it.
 *
 * @param version none for the latest certified one
 * @param cluster none to have it chosen
 * @param shares profile or key of an option, by the name of the declared share
 */
record LaunchJson(
        String blueprint,
        @Nullable String version,
        String team,
        String environment,
        @Nullable String cluster,
        String name,
        @Nullable Map<String, Object> parameters,
        @Nullable Map<String, String> shares,
        @Nullable Instant expires,
        @Nullable String reason) {}
