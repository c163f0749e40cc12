/** From a definition, parameters and facts to objects, claims, readiness and outputs. */
@NullMarked
package dev.slipway.blueprint.rendering;

import org.jspecify.annotations.NullMarked;
