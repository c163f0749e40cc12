/** The page for auditors, and the same as JSON. */
@NullMarked
package dev.slipway.audit.web;

import org.jspecify.annotations.NullMarked;
