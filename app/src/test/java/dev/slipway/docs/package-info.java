/** What docs/ says is what the code does. */
@NullMarked
package dev.slipway.docs;

import org.jspecify.annotations.NullMarked;
