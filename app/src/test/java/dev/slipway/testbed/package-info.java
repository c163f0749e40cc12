/** A real Kubernetes API server for the tests that need one. */
@NullMarked
package dev.slipway.testbed;

import org.jspecify.annotations.NullMarked;
