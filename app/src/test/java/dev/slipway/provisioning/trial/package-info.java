@NullMarked
package dev.slipway.provisioning.trial;

import org.jspecify.annotations.NullMarked;
