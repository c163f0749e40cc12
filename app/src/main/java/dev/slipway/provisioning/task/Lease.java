package dev.slipway.provisioning.task;

/** The right to write an instance's status, which another replica takes over when this one seems dead. */
@FunctionalInterface
public interface Lease {

    /**
     * Makes sure, for the rest of the present transaction, that the right is still held.
     *
     * @throws Lost when it is not
     */
    void require();

    /** Somebody else has taken over; whoever gets this stops at once and writes nothing. */
    final class Lost extends RuntimeException {
        public Lost() {
            super("another replica has taken over");
        }
    }
}
