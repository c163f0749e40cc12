package dev.slipway.blueprint;

/**
 * One difference between two versions of a blueprint.
 *
 * @param part what it is about: {@code parameters}, {@code resources}, {@code outputs}, {@code spec.upgrade} …
 * @param sentence plain, about the newer version: {@code context no longer takes 4096.}
 */
public record VersionChange(Effect effect, String part, String sentence) {

    /** What it means for those who use the older version. */
    public enum Effect {
        /** What was right may be wrong now, or something that people use is gone. */
        BREAKS,
        /** There is more than before, and nothing less. */
        ADDS,
        /** Something is done otherwise; who uses it need not do anything. */
        CHANGES
    }

    public boolean isBreaking() {
        return effect == Effect.BREAKS;
    }
}
