/**
 * What things cost: the price book, whose rows are dated and never altered, and usage, the metered intervals from which
 * the bill of any period can be recomputed. Exact decimals throughout.
 */
@ApplicationModule(
        displayName = "Cost",
        allowedDependencies = {"kernel", "shell", "shell :: ui", "audit", "access", "team"})
@NullMarked
package dev.slipway.cost;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
