package dev.slipway.catalog;

import dev.slipway.access.Caller;
import dev.slipway.blueprint.Blueprint;

/** Tries a new version of a blueprint on what runs; the room that keeps instances implements it. */
public interface InstanceTrials {

    /**
     * Renders every running instance of the blueprint that the caller may see once more, with the shares and weights that it has
     * and its parameters as the candidate's upgrade rules take them over, and compares with what is recorded of it. Writes nothing and asks no cluster; a thousand instances
     * take a few seconds.
     */
    InstanceTrial of(Caller caller, Blueprint candidate);
}
