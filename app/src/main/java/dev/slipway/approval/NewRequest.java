package dev.slipway.approval;

import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.TeamId;
import dev.slipway.team.Holding;
import java.util.List;
import java.util.Optional;

/**
 * A request about to be opened.
 *
 * @param title thing and place: {@code 2 whole H100 for txn-screen in prod}
 * @param reason in the requester's words
 * @param why what calls for the sign-off: {@code 1 slice of H100 over the quota of Fraud}
 * @param wanted all that the instance would hold afterwards
 * @param missing what does not fit into the quota as it stands
 * @param signedHash of the objects that the signature covers, for a launch or change
 * @param facts further lines for the approver, such as {@code Inference endpoint 1.4.0}
 */
public record NewRequest(
        RequestKind kind,
        TeamId team,
        Optional<InstanceId> instance,
        String title,
        String reason,
        List<String> why,
        Holding wanted,
        Holding missing,
        Optional<String> signedHash,
        List<String> facts) {

    /** How long a reason may be. */
    public static final int LONGEST_REASON = 2_000;

    public NewRequest {
        why = List.copyOf(why);
        facts = List.copyOf(facts);
        if (title.isBlank() || title.length() > 200 || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("a request needs a title of at most 200 and a reason of at most 2,000");
        }
    }
}
