package dev.slipway.blueprint;

import java.util.List;
import java.util.SortedMap;

/** What an instance needs before it can be rendered. */
public record Needs(List<ShareNeed> shares, List<WeightsNeed> weights, List<SecretNeed> secrets) {

    /** Ways of sharing a GPU. */
    public static final List<String> MODES = List.of("whole", "mig", "time-sliced", "memory-limited", "dra");

    /** How far others must be kept away from the GPU memory that a share holds. */
    public enum Isolation {
        /** Nobody else on the same memory: whole GPU or MIG slice. */
        STRICT,
        /** Any way of sharing goes. */
        SHARED
    }

    /**
     * A share of a GPU, so many times.
     *
     * @param name as declared under {@code shares}
     * @param memoryBytes that each share must offer at least
     * @param count how many such shares at most, one per pod
     * @param least how many of them are used when there is least to do; {@code count} where they do not come and go
     * @param modes ways of sharing that are acceptable ({@code whole}, {@code mig}, {@code time-sliced},
     *     {@code memory-limited}, {@code dra}); empty: any that keeps the isolation
     */
    public record ShareNeed(
            String name, long memoryBytes, long count, long least, Isolation isolation, List<String> modes) {

        public ShareNeed(String name, long memoryBytes, long count, Isolation isolation, List<String> modes) {
            this(name, memoryBytes, count, count, isolation, modes);
        }
    }

    /**
     * Weights that must be warm before the resources that mount them.
     *
     * @param name as declared under {@code weights}
     * @param model name in the registry
     */
    public record WeightsNeed(String name, String model) {}

    /**
     * A Kubernetes Secret that Slipway makes once and never shows in a render.
     *
     * @param name as declared under {@code secrets}
     * @param secretName of the Kubernetes Secret
     * @param keys how to make the value of each key
     */
    public record SecretNeed(String name, String secretName, SortedMap<String, Generator> keys) {}

    /**
     * How a secret value is made.
     *
     * @param encoding {@code base64url} or {@code hex}
     * @param bytes of randomness
     */
    public record Generator(String encoding, int bytes) {}
}
