/** The approval room's pages and JSON; no rules. */
@NullMarked
package dev.slipway.approval.web;

import org.jspecify.annotations.NullMarked;
