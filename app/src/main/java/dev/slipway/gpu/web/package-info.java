/** The gpu room's pages and JSON; no rules. */
@NullMarked
package dev.slipway.gpu.web;

import org.jspecify.annotations.NullMarked;
