package dev.slipway.provisioning.intent;

import dev.slipway.kernel.ClusterId;
import dev.slipway.kernel.EnvironmentId;
import dev.slipway.kernel.EnvironmentKind;
import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.PersonId;
import dev.slipway.kernel.TeamId;
import java.time.Instant;

/** What never changes of an instance. */
public record Origin(
        InstanceId id,
        String name,
        EnvironmentId environment,
        EnvironmentKind kind,
        ClusterId cluster,
        String namespace,
        String blueprint,
        String blueprintTitle,
        PersonId createdBy,
        Instant createdAt,
        String submissionKey) {

    public TeamId team() {
        return environment.team();
    }
}
