/** Reading YAML with its positions, and saying what is wrong where. */
@NullMarked
package dev.slipway.blueprint.source;

import org.jspecify.annotations.NullMarked;
