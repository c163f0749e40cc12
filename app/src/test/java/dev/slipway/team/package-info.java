@NullMarked
package dev.slipway.team;

import org.jspecify.annotations.NullMarked;
