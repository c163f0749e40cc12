/** Tells every replica's browsers what has changed, after it is committed. */
@NullMarked
package dev.slipway.provisioning.live;

import org.jspecify.annotations.NullMarked;
