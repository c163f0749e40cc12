package dev.slipway.blueprint;

import dev.slipway.kernel.Amounts;
import java.util.List;

/**
 * The objects of an instance.
 *
 * @param resources in the order of their waves
 * @param claims CPU, memory, storage and pods, read off the objects; GPU is claimed by shares. Of what scales with its load, the most
 * @param leastClaims the same while what scales with its load is at its least
 * @param secrets that must exist before the objects
 */
public record Rendering(
        List<RenderedResource> resources, Amounts claims, Amounts leastClaims, List<Needs.SecretNeed> secrets) {

    public List<RenderedResource> waves(int wave) {
        return resources.stream().filter(resource -> resource.wave() == wave).toList();
    }
}
