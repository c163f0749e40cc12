package dev.slipway.team;

import dev.slipway.kernel.PersonId;
import java.time.Instant;
import java.util.UUID;

/**
 * A dated addition to a team's ceiling.
 *
 * @param until after this nothing new is reserved on it; what is held by then is kept until it is given back
 */
public record GrantView(UUID id, Holding adds, Instant since, Instant until, String reason, PersonId by) {}
