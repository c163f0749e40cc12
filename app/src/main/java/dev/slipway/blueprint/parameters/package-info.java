/** The parameters schema: form, types, defaults and messages for people. */
@NullMarked
package dev.slipway.blueprint.parameters;

import org.jspecify.annotations.NullMarked;
