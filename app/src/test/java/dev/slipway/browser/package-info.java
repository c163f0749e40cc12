/** The main journeys, walked in a real Chromium. */
@NullMarked
package dev.slipway.browser;

import org.jspecify.annotations.NullMarked;
