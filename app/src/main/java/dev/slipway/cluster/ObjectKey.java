package dev.slipway.cluster;

import org.jspecify.annotations.Nullable;

/**
 * Names one object of a cluster.
 *
 * @param apiVersion as in a manifest: {@code apps/v1}
 * @param namespace null for what is not namespaced
 */
public record ObjectKey(
        String apiVersion, String kind, @Nullable String namespace, String name) {}
