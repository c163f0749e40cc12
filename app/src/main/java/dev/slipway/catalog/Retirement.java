package dev.slipway.catalog;

import dev.slipway.kernel.PersonId;
import java.time.Instant;

/** Who ended the offer of a version, and when. */
public record Retirement(PersonId by, Instant at) {}
