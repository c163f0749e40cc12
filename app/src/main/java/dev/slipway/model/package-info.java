/**
 * The models that may be used, each an OCI artifact in the house named by digest, and the weights cache, which puts them
 * near the GPUs before a server starts. Nothing is fetched from outside the house.
 */
@ApplicationModule(
        displayName = "Model",
        allowedDependencies = {
            "kernel",
            "shell",
            "shell :: ui",
            "audit",
            "access",
            "team",
            "cost",
            "gpu",
            "blueprint",
            "cluster"
        })
@NullMarked
package dev.slipway.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
