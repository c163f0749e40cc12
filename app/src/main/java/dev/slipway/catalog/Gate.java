package dev.slipway.catalog;

import dev.slipway.kernel.InvalidException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What has to hold before a draft can be asked for, and still when it is signed. */
@Component
class Gate {

    private final DraftChecks checks;
    private final DryRunRows dryRuns;

    Gate(DraftChecks checks, DryRunRows dryRuns) {
        this.checks = checks;
        this.dryRuns = dryRuns;
    }

    /**
     * The version that the draft says it is.
     *
     * @throws InvalidException {@code not-publishable} while anything is missing
     */
    String require(DraftView draft) {
        var check = checks.check(draft.savedBy(), draft.name(), draft.files(), Optional.empty(), Map.of());
        refuse(check.missing());
        refuse(dryRuns.newest(draft.name(), draft.contentHash())
                .map(DryRunView::missing)
                .orElse(List.of("There has been no dry run of it yet.")));
        return check.compilation().orElseThrow().descriptor().version();
    }

    private static void refuse(List<String> missing) {
        if (!missing.isEmpty()) {
            throw new InvalidException("not-publishable", String.join(" ", missing));
        }
    }
}
