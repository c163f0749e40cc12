package dev.slipway.provisioning.intent;

import dev.slipway.kernel.PersonId;
import dev.slipway.provisioning.InstanceState;
import dev.slipway.provisioning.TimelineEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A timeline entry about to be written. */
public record Happening(
        Instant at,
        TimelineEntry.Kind kind,
        Optional<InstanceState> state,
        String text,
        Optional<Duration> after,
        Optional<PersonId> by) {

    public static Happening notice(Instant at, String text) {
        return new Happening(at, TimelineEntry.Kind.NOTICE, Optional.empty(), text, Optional.empty(), Optional.empty());
    }

    public static Happening act(Instant at, String text, PersonId by) {
        return new Happening(at, TimelineEntry.Kind.ACT, Optional.empty(), text, Optional.empty(), Optional.of(by));
    }

    public static Happening step(Instant at, String text, Duration took) {
        return new Happening(at, TimelineEntry.Kind.STEP, Optional.empty(), text, Optional.of(took), Optional.empty());
    }
}
