/** Answers in place of model servers that do not really run: in the sandbox, and on a test bed whose kubelets are played. */
@NullMarked
package dev.slipway.cluster.standin;

import org.jspecify.annotations.NullMarked;
