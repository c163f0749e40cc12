package dev.slipway.catalog;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How the launches of a blueprint went that were begun in the last 30 days, whosever they were: figures only. One that is
 * still on its way, or was deleted on it without a fault, counts neither way.
 *
 * @param ready how long each took from its go-ahead to its first readiness, the quickest first
 * @param failed how many failed and were not ready before
 * @param typical the median of those that became ready; none without any
 */
public record TrackRecord(List<Duration> ready, int failed, Optional<Duration> typical) {

    public static final TrackRecord NONE = new TrackRecord(List.of(), 0, Optional.empty());

    public TrackRecord {
        ready = List.copyOf(ready);
    }

    public int launches() {
        return ready.size() + failed;
    }
}
