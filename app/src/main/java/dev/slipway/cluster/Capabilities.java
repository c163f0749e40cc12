package dev.slipway.cluster;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What a cluster offers.
 *
 * @param version of the API server: {@code v1.36.3}
 * @param apis served kinds: {@code apps/v1/Deployment}
 * @param nodes with their labels and GPU resources
 * @param storageClasses names; the default one first
 */
public record Capabilities(
        String version, Set<String> apis, List<Node> nodes, List<String> storageClasses, Instant discoveredAt) {

    public boolean serves(String apiVersionAndKind) {
        return apis.contains(apiVersionAndKind);
    }
}
