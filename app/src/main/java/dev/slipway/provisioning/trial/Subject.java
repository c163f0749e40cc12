package dev.slipway.provisioning.trial;

import dev.slipway.blueprint.Facts;
import dev.slipway.blueprint.RenderedResource;
import dev.slipway.catalog.InstanceTrial.Tried;
import java.util.List;
import java.util.Map;

/**
 * A running instance as it was last accepted.
 *
 * @param namespace that it runs in
 * @param facts that it was rendered from
 * @param resources as they were rendered
 */
record Subject(
        Tried instance,
        String namespace,
        Map<String, Object> parameters,
        Facts facts,
        List<RenderedResource> resources) {}
