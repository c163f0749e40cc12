/** The catalog room's pages and JSON; no rules. */
@NullMarked
package dev.slipway.catalog.web;

import org.jspecify.annotations.NullMarked;
