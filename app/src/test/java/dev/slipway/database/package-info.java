@NullMarked
package dev.slipway.database;

import org.jspecify.annotations.NullMarked;
