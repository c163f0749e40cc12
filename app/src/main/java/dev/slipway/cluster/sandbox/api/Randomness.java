package dev.slipway.cluster.sandbox.api;

import java.util.Random;
import java.util.UUID;

/** Names and ids that look random and are the same in every run. */
public final class Randomness {

    private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";

    private final Random random;

    public Randomness(long seed) {
        random = new Random(seed);
    }

    public String suffix(int length) {
        var suffix = new StringBuilder();
        for (var i = 0; i < length; i++) {
            suffix.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return suffix.toString();
    }

    public String uid() {
        var high = (random.nextLong() & ~0xF000L) | 0x4000L;
        var low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    String clusterAddress() {
        return "10.96.%d.%d".formatted(random.nextInt(1, 255), random.nextInt(1, 255));
    }
}
