/** What tests of all rooms share. */
@NullMarked
package dev.slipway.testing;

import org.jspecify.annotations.NullMarked;
