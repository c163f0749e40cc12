@NullMarked
package dev.slipway.provisioning.live;

import org.jspecify.annotations.NullMarked;
