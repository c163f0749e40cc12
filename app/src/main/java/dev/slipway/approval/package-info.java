/**
 * Requests for a sign-off and the decisions on them. Nobody decides their own; approval grants exactly what is missing, in
 * the transaction of the decision.
 */
@ApplicationModule(
        displayName = "Approval",
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
            "cluster"
        })
@NullMarked
package dev.slipway.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
