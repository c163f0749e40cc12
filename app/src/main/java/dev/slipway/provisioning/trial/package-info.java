/** What a new version of a blueprint would make of the instances that run. Pure but for reading their rows. */
@NullMarked
package dev.slipway.provisioning.trial;

import org.jspecify.annotations.NullMarked;
