/** What an operator may set. */
@NullMarked
package dev.slipway.provisioning.settings;

import org.jspecify.annotations.NullMarked;
