/** The tests that travel with a blueprint. */
@NullMarked
package dev.slipway.blueprint.testing;

import org.jspecify.annotations.NullMarked;
