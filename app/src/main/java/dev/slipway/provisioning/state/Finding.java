package dev.slipway.provisioning.state;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that keeps an object from being ready.
 *
 * @param cause one sentence: what is wrong and why
 * @param remedy one sentence: what to do, or that nothing needs to be done
 * @param since when it began, where that is known
 */
public record Finding(Weight weight, String cause, String remedy, Optional<Instant> since) {

    /** How bad it is; later is worse. */
    public enum Weight {
        /** It is on its way. */
        PROGRESS,
        /** It is stuck and may come loose by itself. */
        STUCK,
        /** It does not come right without somebody doing something. */
        FINAL
    }

    public static Finding progress(String cause) {
        return new Finding(Weight.PROGRESS, cause, "", Optional.empty());
    }

    public static Finding stuck(String cause, String remedy, Optional<Instant> since) {
        return new Finding(Weight.STUCK, cause, remedy, since);
    }

    public static Finding last(String cause, String remedy, Optional<Instant> since) {
        return new Finding(Weight.FINAL, cause, remedy, since);
    }
}
