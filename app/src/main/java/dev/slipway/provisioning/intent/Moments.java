package dev.slipway.provisioning.intent;

import java.time.Instant;
import java.util.Optional;

/**
 * When things happened to an instance.
 *
 * @param goAhead when the present revision was allowed to begin
 * @param ready when it was first ready
 * @param ended when it became what it stays: deleted, declined, withdrawn
 * @param expires when it is to delete itself
 */
public record Moments(
        Optional<Instant> goAhead, Optional<Instant> ready, Optional<Instant> ended, Optional<Instant> expires) {

    Moments withGoAhead(Instant at) {
        return new Moments(Optional.of(at), ready, ended, expires);
    }

    Moments withReady(Instant at) {
        return ready.isPresent() ? this : new Moments(goAhead, Optional.of(at), ended, expires);
    }

    Moments withEnded(Instant at) {
        return new Moments(goAhead, ready, Optional.of(at), expires);
    }

    Moments withExpires(Optional<Instant> at) {
        return new Moments(goAhead, ready, ended, at);
    }
}
