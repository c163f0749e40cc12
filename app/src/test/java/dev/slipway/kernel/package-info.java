@NullMarked
package dev.slipway.kernel;

import org.jspecify.annotations.NullMarked;
