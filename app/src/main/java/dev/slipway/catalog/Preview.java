package dev.slipway.catalog;

import dev.slipway.blueprint.Facts;
import dev.slipway.blueprint.FieldError;
import dev.slipway.blueprint.Rendering;
import dev.slipway.cost.PriceRange;
import dev.slipway.gpu.ShareOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a blueprint makes of an example, without anybody having launched it.
 *
 * @param preset name of the preset; empty for the defaults
 * @param errors what is wrong with the example's parameters; nothing is rendered then
 * @param shares what would be chosen for each declared share
 * @param facts what it was rendered with, shares and weights among them
 * @param problem why nothing was rendered or priced, in one sentence
 */
public record Preview(
        String preset,
        Map<String, Object> parameters,
        List<FieldError> errors,
        Map<String, ShareOption> shares,
        Optional<Rendering> rendering,
        Optional<PriceRange> price,
        Optional<Facts> facts,
        Optional<String> problem) {}
