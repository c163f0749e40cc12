@NullMarked
package dev.slipway.access;

import org.jspecify.annotations.NullMarked;
