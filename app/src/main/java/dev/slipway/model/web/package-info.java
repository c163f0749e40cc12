/** The model room's pages and JSON; no rules. */
@NullMarked
package dev.slipway.model.web;

import org.jspecify.annotations.NullMarked;
