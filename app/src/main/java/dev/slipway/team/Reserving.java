package dev.slipway.team;

/** The answer to asking for a reservation. */
public sealed interface Reserving {

    /** The holder has it. */
    record Reserved() implements Reserving {}

    /**
     * Nothing was changed.
     *
     * @param missing exactly what a grant would have to add
     */
    record OverQuota(Holding missing) implements Reserving {}
}
