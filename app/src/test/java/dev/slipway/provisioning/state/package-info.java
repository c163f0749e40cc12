@NullMarked
package dev.slipway.provisioning.state;

import org.jspecify.annotations.NullMarked;
