/** Pages of teams, and the same as JSON. */
@NullMarked
package dev.slipway.team.web;

import org.jspecify.annotations.NullMarked;
