package dev.slipway.provisioning.state;

import dev.slipway.cluster.ClusterException;
import java.util.List;

/**
 * What a cluster said instead of doing what it was asked.
 *
 * @param fields of an invalid object, as {@code path: message}
 */
public record Refusal(Kind kind, String message, List<String> fields) {

    public enum Kind {
        TRANSIENT,
        CONFLICT,
        OVER_QUOTA,
        FORBIDDEN,
        INVALID,
        MISSING
    }

    public static Refusal of(ClusterException refused) {
        return switch (refused) {
            case ClusterException.Transient t -> plain(Kind.TRANSIENT, t);
            case ClusterException.Conflict c -> plain(Kind.CONFLICT, c);
            case ClusterException.Forbidden f -> plain(f.overQuota() ? Kind.OVER_QUOTA : Kind.FORBIDDEN, f);
            case ClusterException.Missing m -> plain(Kind.MISSING, m);
            case ClusterException.Invalid i ->
                new Refusal(
                        Kind.INVALID,
                        String.valueOf(i.getMessage()),
                        i.problems().stream()
                                .map(problem -> problem.path() + ": " + problem.message())
                                .toList());
        };
    }

    private static Refusal plain(Kind kind, ClusterException refused) {
        return new Refusal(kind, String.valueOf(refused.getMessage()), List.of());
    }
}
