package dev.slipway.provisioning.task;

import dev.slipway.kernel.InstanceId;

/** Looks at one instance: reads what is wanted and what is there, does the difference, writes where it stands. */
@FunctionalInterface
public interface Reconciling {

    Next reconcile(InstanceId instance, Lease lease);
}
