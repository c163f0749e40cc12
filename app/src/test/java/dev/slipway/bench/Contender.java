package dev.slipway.bench;

import java.time.Duration;

/** Brings instances of seven objects onto a cluster, as fast as it can. */
interface Contender extends AutoCloseable {

    /** How many things are begun at a time. */
    int AT_ONCE = 16;

    /**
     * Returns how long it took until every object was applied.
     *
     * @param prefix of the instances' names, not used before
     */
    Duration provision(int count, String prefix);

    /** Takes away what there is, and returns when it is gone. */
    void clear();

    @Override
    void close();
}
