/** What measures; the launch scripts stand in bench/. */
@NullMarked
package dev.slipway.bench;

import org.jspecify.annotations.NullMarked;
