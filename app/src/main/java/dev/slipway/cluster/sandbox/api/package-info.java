/** What the API server does: storing, server-side apply, defaults, validation, admission, access. */
@NullMarked
package dev.slipway.cluster.sandbox.api;

import org.jspecify.annotations.NullMarked;
