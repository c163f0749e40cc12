/**
 * Instances: planning, submitting, reconciling, deleting them. Promises that a plan is a pure read, that a submitted
 * instance converges to what was submitted whatever dies in between, that nothing runs in a namespace before its guards
 * do, and that what a team's instances hold is exactly what is reserved for them.
 */
@ApplicationModule(
        displayName = "Provisioning",
        allowedDependencies = {
            "kernel",
            "shell",
            "shell :: ui",
            "audit",
            "access",
            "team",
            "cost",
            "gpu",
            "model",
            "catalog",
            "approval",
            "blueprint",
            "cluster"
        })
@NullMarked
package dev.slipway.provisioning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
