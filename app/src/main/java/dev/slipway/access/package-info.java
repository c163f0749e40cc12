/**
 * People, their roles and their sign-in. Promises that every request but sign-in, static files and health has a known
 * {@link dev.slipway.access.Caller}, made anew for each request, so that a role taken away is gone at once.
 */
@ApplicationModule(
        displayName = "Access",
        allowedDependencies = {"kernel", "shell", "shell :: ui", "audit"})
@NullMarked
package dev.slipway.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
