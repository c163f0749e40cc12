/** Reading YAML within bounds and with its positions, and saying what is wrong where. */
@NamedInterface("source")
@NullMarked
package dev.slipway.blueprint.source;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
