/** Where a draft's objects are shown to an API server, and nothing is kept. */
@NullMarked
package dev.slipway.provisioning.dryrun;

import org.jspecify.annotations.NullMarked;
