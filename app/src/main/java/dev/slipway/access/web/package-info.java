/** Sign-in page, and the caller as a parameter of every controller. */
@NullMarked
package dev.slipway.access.web;

import org.jspecify.annotations.NullMarked;
