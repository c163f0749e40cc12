package dev.slipway.catalog;

import dev.slipway.kernel.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * From a team's first launch of a blueprint, in whatever environment, to its first instance in production.
 *
 * @param teams those that the asker may know of, the first to begin first
 * @param typical the median over all teams that came to production
 * @param arrived how many those are
 */
public record WaysToProduction(List<Way> teams, Optional<Duration> typical, int arrived) {

    public static final WaysToProduction NONE = new WaysToProduction(List.of(), Optional.empty(), 0);

    public WaysToProduction {
        teams = List.copyOf(teams);
    }

    /** @param arrived when its first instance in a prod environment was ready; none while there is none */
    public record Way(TeamId team, String title, Instant begun, Optional<Instant> arrived) {

        public Optional<Duration> took() {
            return arrived.map(at -> Duration.between(begun, at));
        }

        /** Begun with the draft, where this team wrote it and that was before. */
        public Way since(Instant draft) {
            return draft.isBefore(begun) ? new Way(team, title, draft, arrived) : this;
        }
    }
}
