/** What clusters tell wakes the instance that it is about. */
@NullMarked
package dev.slipway.provisioning.watch;

import org.jspecify.annotations.NullMarked;
