/** What is shown of instances: from rows, and from their clusters. */
@NullMarked
package dev.slipway.provisioning.look;

import org.jspecify.annotations.NullMarked;
