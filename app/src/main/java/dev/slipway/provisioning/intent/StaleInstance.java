package dev.slipway.provisioning.intent;

import dev.slipway.kernel.InstanceId;

/** Somebody else has written the instance since it was read; whoever gets this reads again. */
public final class StaleInstance extends RuntimeException {

    StaleInstance(InstanceId id) {
        super("instance " + id + " was changed meanwhile");
    }
}
