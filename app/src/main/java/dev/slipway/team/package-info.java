/**
 * Teams (the tenants), their environments and their quota: ceiling, grants and what instances hold. Promises that what is
 * reserved never exceeds ceiling and grants, however many ask at once.
 */
@ApplicationModule(
        displayName = "Team",
        allowedDependencies = {"kernel", "shell", "shell :: ui", "access", "audit"})
@NullMarked
package dev.slipway.team;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
