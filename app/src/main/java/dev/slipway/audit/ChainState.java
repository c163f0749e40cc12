package dev.slipway.audit;

import java.time.Instant;

/** Whether the record is provably unaltered. */
public sealed interface ChainState {

    default boolean isVerified() {
        return this instanceof Verified;
    }

    /** Every hash was worked out again and is right. */
    record Verified(long entries, String head, Instant at) implements ChainState {}

    /** The entry with this number, or the link to it, is not what was written. */
    record Broken(long number, Instant at) implements ChainState {}
}
