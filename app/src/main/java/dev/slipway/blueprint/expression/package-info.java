/** The typed expressions: finding them in text, checking them, evaluating them within bounds. */
@NullMarked
package dev.slipway.blueprint.expression;

import org.jspecify.annotations.NullMarked;
