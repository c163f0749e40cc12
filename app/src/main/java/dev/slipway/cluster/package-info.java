/**
 * The only code that speaks to Kubernetes: connections, discovery, apply, delete, watch, logs, dry-run. One interface with
 * two implementations, {@code kubernetes} and {@code sandbox}, under one contract.
 */
@ApplicationModule(displayName = "Cluster", allowedDependencies = "kernel")
@NullMarked
package dev.slipway.cluster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
