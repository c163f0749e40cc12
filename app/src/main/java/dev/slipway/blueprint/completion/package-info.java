/** What may be written at a place of a blueprint that is being edited. */
@NamedInterface("completion")
@NullMarked
package dev.slipway.blueprint.completion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
