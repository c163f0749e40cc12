/** What stands around an environment before anything runs in it. */
@NullMarked
package dev.slipway.provisioning.guard;

import org.jspecify.annotations.NullMarked;
