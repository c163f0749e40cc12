package dev.slipway.catalog;

import dev.slipway.gpu.ShareOption;
import dev.slipway.kernel.Money;
import java.util.Optional;

/**
 * What an instance of a blueprint usually is.
 *
 * @param share the largest GPU share of the blueprint's first preset, where it has any
 * @param from the lowest price by the hour among its presets
 */
public record Typical(Optional<ShareOption> share, Optional<Money> from) {}
