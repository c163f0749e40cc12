package dev.slipway.provisioning.intent;

import dev.slipway.approval.RequestId;
import java.util.Optional;

/**
 * What is wanted of an instance.
 *
 * @param revision the wanted one
 * @param settled the last one that became ready; 0 for none
 * @param pending the one that waits for a sign-off
 * @param wake counts what was wanted, so that a running reconciliation sees that it must look again
 */
public record Aim(
        Wanted wanted, int revision, int settled, Optional<Integer> pending, Optional<RequestId> request, long wake) {

    Aim of(Wanted next) {
        return new Aim(next, revision, settled, Optional.empty(), Optional.empty(), wake + 1);
    }

    Aim at(int next) {
        return new Aim(wanted, next, settled, Optional.empty(), Optional.empty(), wake + 1);
    }

    Aim asking(Optional<Integer> next, Optional<RequestId> by) {
        return new Aim(wanted, revision, settled, next, by, wake);
    }

    Aim reached() {
        return new Aim(wanted, revision, revision, pending, request, wake);
    }

    Aim woken() {
        return new Aim(wanted, revision, settled, pending, request, wake + 1);
    }
}
