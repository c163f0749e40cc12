/**
 * Clusters that speak the Kubernetes API. Resources travel as plain maps, so that kinds which nobody knew at build time work like
 * the built-in ones; of the client library only its configuration, its authentication and its HTTP client are used.
 */
@NullMarked
package dev.slipway.cluster.kubernetes;

import org.jspecify.annotations.NullMarked;
