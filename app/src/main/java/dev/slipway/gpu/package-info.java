/**
 * GPUs: what is known of device models, which node pools the clusters offer, and which shares of them fit a need. A share
 * that is offered as fitting really fits.
 */
@ApplicationModule(
        displayName = "GPU",
        allowedDependencies = {
            "kernel",
            "shell",
            "shell :: ui",
            "audit",
            "access",
            "team",
            "cost",
            "blueprint",
            "cluster"
        })
@NullMarked
package dev.slipway.gpu;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
