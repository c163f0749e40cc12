/** Whether templates are objects that a Kubernetes API server takes, found out without one. */
@NullMarked
package dev.slipway.blueprint.conformity;

import org.jspecify.annotations.NullMarked;
