/** What is wanted of instances and how far it has come, as rows. */
@NullMarked
package dev.slipway.provisioning.intent;

import org.jspecify.annotations.NullMarked;
