package dev.slipway.provisioning.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change as programs send it.
 *
 * @param revision the one that it begins from
 * @param parameters all of them; what is absent takes its default
 */
record ChangeJson(
        int revision,
        @Nullable Map<String, Object> parameters,
        @Nullable Map<String, String> shares,
        @Nullable String reason) {}
