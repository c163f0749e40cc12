package dev.slipway.blueprint.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** “Did you mean …?” */
public final class Suggestion {

    private Suggestion() {}

    /** The candidate that is nearest to what was written, if it is near enough to be meant. */
    public static Optional<String> nearest(String written, Collection<String> candidates) {
        return candidates.stream()
                .filter(candidate -> Math.abs(candidate.length() - written.length()) <= farthest(written, candidate))
                .filter(candidate -> distance(written, candidate) <= farthest(written, candidate))
                .min(Comparator.<String>comparingInt(candidate -> distance(written, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static int farthest(String written, String candidate) {
        return Math.max(1, Math.min(3, Math.max(written.length(), candidate.length()) / 3));
    }

    /** A half-sentence to put behind a message, or nothing. */
    public static String didYouMean(Optional<String> suggestion) {
        return suggestion.map(" Did you mean '%s'?"::formatted).orElse("");
    }

    private static int distance(String left, String right) {
        var previous = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            var current = new int[right.length() + 1];
            current[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                var same = Character.toLowerCase(left.charAt(i - 1)) == Character.toLowerCase(right.charAt(j - 1));
                current[j] = Math.min(Math.min(current[j - 1], previous[j]) + 1, previous[j - 1] + (same ? 0 : 1));
            }
            previous = current;
        }
        return previous[right.length()];
    }
}
