/** What the components under {@code templates/components} are drawn from. Plain values, made by the rooms' fronts. */
@NamedInterface("ui")
@NullMarked
package dev.slipway.shell.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
