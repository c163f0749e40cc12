/** What an operator is given holds together. */
@NullMarked
package dev.slipway.deploy;

import org.jspecify.annotations.NullMarked;
