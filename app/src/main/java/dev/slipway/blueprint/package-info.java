/**
 * The blueprint language: text in, checked blueprint out; checked blueprint, parameters and facts in, rendered resources,
 * claims, outputs and readiness out. Pure and deterministic: no Spring, no I/O, no clock.
 */
@ApplicationModule(displayName = "Blueprint", allowedDependencies = "kernel")
@NullMarked
package dev.slipway.blueprint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
