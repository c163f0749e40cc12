package dev.slipway.catalog;

import dev.slipway.blueprint.VersionDiff;
import java.util.Optional;

/**
 * What publishing a draft would mean.
 *
 * @param check of the draft by itself
 * @param since what is different from the last version; none for the first one
 * @param trial on the instances that run, of those the caller may see; nothing while the draft does not compile
 */
public record Impact(DraftCheck check, Optional<VersionDiff> since, InstanceTrial trial) {

    /** Whether it takes something away, so that whoever signs should know of it. */
    public boolean isGrave() {
        return since.filter(diff -> !diff.breaking().isEmpty()).isPresent()
                || trial.of(InstanceTrial.Outcome.INVALID) > 0;
    }
}
