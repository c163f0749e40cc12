/** The cost room's pages and JSON; no rules. */
@NullMarked
package dev.slipway.cost.web;

import org.jspecify.annotations.NullMarked;
