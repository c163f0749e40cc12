package dev.slipway.provisioning;

import java.time.Instant;
import java.util.Optional;

/**
 * One object of an instance as it stood at the last look.
 *
 * @param resource its id in the blueprint; for what Slipway adds, what it is for
 * @param detail one short sentence: {@code 2 of 2 pods ready}
 * @param uid once it exists
 */
public record ObjectView(
        String resource,
        String apiVersion,
        String kind,
        String namespace,
        String name,
        Condition condition,
        String detail,
        Optional<String> uid,
        Optional<Instant> since) {

    public enum Condition {
        /** Not there yet: something else must come first. */
        WAITING,
        /** There, and on its way. */
        STARTING,
        READY,
        FAILED,
        DELETING
    }
}
