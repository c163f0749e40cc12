/** The durable work: one row per instance, run by any replica, one at a time. */
@NullMarked
package dev.slipway.provisioning.task;

import org.jspecify.annotations.NullMarked;
