package dev.slipway.provisioning;

import dev.slipway.access.PersonView;
import dev.slipway.team.Holding;
import java.util.List;

/** What would become of a plan if it were submitted now. */
public sealed interface Verdict {

    /** It begins at once. */
    record Automatic(String reason) implements Verdict {}

    /**
     * It waits for a sign-off.
     *
     * @param missing what goes beyond the quota
     * @param approvers who may decide
     */
    record NeedsApproval(String reason, Holding missing, List<PersonView> approvers) implements Verdict {}

    /**
     * It cannot be submitted like this.
     *
     * @param reasons each one a sentence
     * @param fixes what would help, each one a sentence
     */
    record NotPossible(List<String> reasons, List<String> fixes) implements Verdict {}
}
