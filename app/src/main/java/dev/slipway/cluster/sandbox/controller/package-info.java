/** What the controllers, the scheduler and the kubelets do, level-based as they are. */
@NullMarked
package dev.slipway.cluster.sandbox.controller;

import org.jspecify.annotations.NullMarked;
