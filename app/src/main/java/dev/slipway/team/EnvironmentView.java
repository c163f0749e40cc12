package dev.slipway.team;

import dev.slipway.kernel.ClusterId;
import dev.slipway.kernel.EnvironmentId;
import dev.slipway.kernel.EnvironmentKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An environment of a team.
 *
 * @param clusters those it may use, the preferred one first
 * @param expires when it ends by itself, for a temporary one
 */
public record EnvironmentView(
        EnvironmentId id, EnvironmentKind kind, List<ClusterId> clusters, Optional<Instant> expires) {

    /** Its namespace, the same on each cluster. */
    public String namespace() {
        return id.namespace();
    }
}
