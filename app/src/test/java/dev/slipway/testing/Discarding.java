package dev.slipway.testing;

import dev.slipway.access.Caller;
import dev.slipway.catalog.Drafts;

/** Clears away what earlier tests left. */
public final class Discarding {

    private Discarding() {}

    public static void draft(Drafts drafts, Caller caller, String name) {
        drafts.find(caller, name).ifPresent(draft -> drafts.discard(caller, name, draft.revision()));
    }
}
