@NullMarked
package dev.slipway.cluster.kubernetes;

import org.jspecify.annotations.NullMarked;
