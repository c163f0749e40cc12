package dev.slipway.catalog;

import dev.slipway.access.Caller;
import java.util.Optional;

/**
 * Shows every test and preset of a draft to the API server of every cluster that could be its target, in a namespace kept for
 * it; platform admins only. It goes on by itself, whoever dies, and waits for clusters that are away.
 */
public interface DryRuns {

    /** The newest of this content. */
    Optional<DryRunView> of(Caller caller, String name, String contentHash);

    /**
     * Begins one for the draft as it is saved, unless one goes on.
     *
     * @param again whether also when there is one that has ended
     * @throws dev.slipway.kernel.NotFoundException {@code draft-not-found}
     */
    void start(Caller caller, String name, boolean again);
}
