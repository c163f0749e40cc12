package dev.slipway.team;

/**
 * What a team may hold and holds at one moment.
 *
 * @param granted by the grants that are in force
 */
record Balance(Lines ceiling, Lines granted, Lines reserved) {

    /**
     * What would be missing if {@code wanted} replaced {@code held}. Of what is not asked for more than before, nothing is
     * missing, even when grants have run out meanwhile.
     */
    Lines missing(Lines held, Lines wanted) {
        return reserved.minus(held).plus(wanted).beyond(ceiling.plus(granted)).only(wanted.whereMoreThan(held));
    }

    /** The grants in force, or as much of those that have run out as is still held. */
    Lines grantedOrStillHeld() {
        return granted.max(reserved.beyond(ceiling));
    }
}
