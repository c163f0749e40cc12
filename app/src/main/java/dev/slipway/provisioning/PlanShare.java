package dev.slipway.provisioning;

import dev.slipway.gpu.ShareOffer;
import dev.slipway.gpu.ShareOption;
import java.util.List;
import java.util.Optional;

/**
 * A GPU share that a plan asks for.
 *
 * @param name as the blueprint declares it: {@code server}
 * @param memoryBytes that each share must be able to give
 * @param count how many
 * @param strict whether neighbours must be held apart in hardware
 * @param offer what there is, with what is chosen
 */
public record PlanShare(String name, long memoryBytes, long count, boolean strict, ShareOffer offer) {

    public List<ShareOption> options() {
        return offer.options();
    }

    public Optional<ShareOption> chosen() {
        return offer.chosen();
    }
}
