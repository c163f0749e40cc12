/** What a blueprint file declares, read and checked statically. */
@NullMarked
package dev.slipway.blueprint.definition;

import org.jspecify.annotations.NullMarked;
