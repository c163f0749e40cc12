/** Instances of Aldermoor, an insurer that does not exist, so that the first page is worth seeing. */
@NullMarked
package dev.slipway.provisioning.example;

import org.jspecify.annotations.NullMarked;
