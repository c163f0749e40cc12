package dev.slipway.catalog;

import dev.slipway.access.Caller;
import dev.slipway.blueprint.BlueprintFiles;
import dev.slipway.blueprint.VersionDiff;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Works out what publishing would mean; platform admins only. Writes nothing. */
@Service
public class Impacts {

    private final PublishedVersionRepository published;
    private final DraftChecks checks;
    private final ObjectProvider<InstanceTrials> trials;

    Impacts(PublishedVersionRepository published, DraftChecks checks, ObjectProvider<InstanceTrials> trials) {
        this.published = published;
        this.checks = checks;
        this.trials = trials;
    }

    /**
     * Of files as they are, saved or not.
     *
     * @param preset what to show as an example; the first by default
     * @throws dev.slipway.kernel.NotFoundException {@code draft-not-found} for everybody else
     */
    public Impact of(Caller caller, String name, BlueprintFiles files, Optional<String> preset) {
        StoredDrafts.requireAdmin(caller, name);
        var check = checks.check(caller.person(), name, files, preset, Map.of());
        return new Impact(check, since(name, files), trial(caller, check));
    }

    /** What is different from the newest version, whatever became of that. */
    public Optional<VersionDiff> since(String name, BlueprintFiles files) {
        return published.newest(name).map(newest -> VersionDiff.between(newest.files(), files));
    }

    private InstanceTrial trial(Caller caller, DraftCheck check) {
        return check.compilation()
                .blueprint()
                .flatMap(candidate -> trials.stream().findFirst().map(those -> those.of(caller, candidate)))
                .orElse(InstanceTrial.NONE);
    }
}
