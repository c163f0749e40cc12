@NullMarked
package dev.slipway.provisioning;

import org.jspecify.annotations.NullMarked;
