/**
 * Who did what, when, and who agreed: an append-only, hash-chained record, written in the transaction of the act itself.
 * Owns the page for auditors. Knows people and teams by their ids only, so that every room above may write to it.
 */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"kernel", "shell", "shell :: ui"})
@NullMarked
package dev.slipway.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
