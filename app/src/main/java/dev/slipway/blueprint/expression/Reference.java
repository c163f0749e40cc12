package dev.slipway.blueprint.expression;

import java.util.List;

/**
 * What an expression reads.
 *
 * @param root {@code parameters}, a resource's id, …
 * @param path the fields and indexes behind it, as far as they are written down
 */
public record Reference(String root, List<String> path) {}
