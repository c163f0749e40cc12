package dev.slipway.audit;

import dev.slipway.kernel.PersonId;
import dev.slipway.kernel.TeamId;
import java.time.Instant;
import java.util.Optional;

/**
 * What to look for; an absent part does not narrow.
 *
 * @param action whole ({@code instance.launched}) or its beginning ({@code instance})
 * @param subject exactly the id or name
 * @param from inclusive
 * @param until exclusive
 * @param before entries with smaller numbers only, to page on
 * @param limit 1 to 500
 */
public record AuditQuery(
        Optional<PersonId> actor,
        Optional<String> action,
        Optional<String> subject,
        Optional<TeamId> team,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<Long> before,
        int limit) {

    public static final AuditQuery EVERYTHING = new AuditQuery(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            100);

    public AuditQuery {
        if (limit < 1 || limit > 500) {
            throw new IllegalArgumentException("limit is 1 to 500, not " + limit);
        }
    }
}
