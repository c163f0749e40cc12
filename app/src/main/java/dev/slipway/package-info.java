/** Slipway, an internal developer portal for AI workloads. Each direct sub-package is a room with an API of its own. */
@NullMarked
package dev.slipway;

import org.jspecify.annotations.NullMarked;
