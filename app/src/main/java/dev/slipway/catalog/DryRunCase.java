package dev.slipway.catalog;

import dev.slipway.blueprint.RenderedResource;
import java.util.List;

/**
 * A test or a preset as it would be on a cluster.
 *
 * @param skipped why it cannot be tried there; empty when it can
 */
record DryRunCase(String name, String skipped, List<RenderedResource> resources) {

    static DryRunCase skipped(String name, String why) {
        return new DryRunCase(name, why, List.of());
    }
}
