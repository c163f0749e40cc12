/** From facts to a state and one sentence: pure functions, no clock, no I/O. */
@NullMarked
package dev.slipway.provisioning.state;

import org.jspecify.annotations.NullMarked;
