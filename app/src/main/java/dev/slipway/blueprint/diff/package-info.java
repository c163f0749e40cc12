/** What is different between two versions of a blueprint, told in sentences. */
@NullMarked
package dev.slipway.blueprint.diff;

import org.jspecify.annotations.NullMarked;
