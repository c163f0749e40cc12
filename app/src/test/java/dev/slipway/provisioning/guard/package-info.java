@NullMarked
package dev.slipway.provisioning.guard;

import org.jspecify.annotations.NullMarked;
