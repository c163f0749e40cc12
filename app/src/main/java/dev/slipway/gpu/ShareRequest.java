package dev.slipway.gpu;

import dev.slipway.blueprint.Needs.Isolation;
import dev.slipway.blueprint.Needs.ShareNeed;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * GPU shares that are wanted.
 *
 * @param memoryBytes that each share must be able to give to its pod
 * @param count how many shares, each for a pod of its own
 * @param strictIsolation whether neighbours must be held apart in hardware
 * @param accepted ways of sharing that will do
 * @param choice {@link ShareOption#key()} or profile that a person picked; the smallest that fits otherwise
 */
public record ShareRequest(
        long memoryBytes, long count, boolean strictIsolation, Set<Sharing> accepted, Optional<String> choice) {

    public ShareRequest {
        if (memoryBytes < 0 || count < 0) {
            throw new IllegalArgumentException("a share needs a size and a count that are not negative");
        }
        accepted = Set.copyOf(accepted);
    }

    /** What a blueprint needs, with what the person picked, if anything. */
    public static ShareRequest of(ShareNeed need, Optional<String> choice) {
        var accepted = EnumSet.allOf(Sharing.class);
        if (!need.modes().isEmpty()) {
            accepted.removeIf(sharing -> !need.modes().contains(sharing.word()));
        }
        return new ShareRequest(
                need.memoryBytes(), need.count(), need.isolation() == Isolation.STRICT, accepted, choice);
    }
}
