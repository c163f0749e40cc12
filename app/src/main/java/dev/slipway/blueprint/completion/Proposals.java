package dev.slipway.blueprint.completion;

import java.util.List;

/**
 * What may be written at a place.
 *
 * @param from column of the first character of the word being typed, from 0, in UTF-16 units
 */
public record Proposals(int from, List<Proposal> proposals) {

    public Proposals {
        proposals = List.copyOf(proposals);
    }
}
