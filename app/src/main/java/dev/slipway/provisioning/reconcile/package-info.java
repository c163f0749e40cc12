/**
 * The loop: reads what is wanted, reads what is there, does the difference, writes where it stands. What woke it is
 * irrelevant; it leaves rather than waits; it may be stopped between any two effects and run again.
 */
@NullMarked
package dev.slipway.provisioning.reconcile;

import org.jspecify.annotations.NullMarked;
