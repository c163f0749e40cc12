/** Money, amounts and ids: the few value types that every room shares, and the family of problems they throw. */
@ApplicationModule(
        displayName = "Kernel",
        allowedDependencies = {})
@NullMarked
package dev.slipway.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
