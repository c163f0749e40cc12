/**
 * The catalog of blueprints: published versions, which never change, and drafts on their way to becoming one.
 */
@ApplicationModule(
        displayName = "Catalog",
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
            "blueprint",
            "blueprint :: completion",
            "blueprint :: schema",
            "cluster"
        })
@NullMarked
package dev.slipway.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
