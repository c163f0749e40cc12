/** A cluster in memory that answers as a real API server does, for trying Slipway out with nothing installed. */
@NullMarked
package dev.slipway.cluster.sandbox;

import org.jspecify.annotations.NullMarked;
