package dev.slipway.blueprint.expression;

import java.math.BigInteger;
import java.util.Map;

/**
 * How much GPU memory a workload needs. Estimates that are meant to be a little too large: what is missing shows as a
 * crash, what is left over only as a price.
 */
final class Sizing {

    static final long USUAL_SEQUENCES = 4;
    private static final long RUNTIME_BYTES = 2L << 30;

    private Sizing() {}

    /**
     * Weights, the key and value cache of so many sequences of full length, and the runtime; of which a server takes
     * nine tenths of the memory it is given.
     */
    static long inference(Map<?, ?> model, long context, long sequences) {
        var cache = BigInteger.valueOf(bytes(model, "kvBytesPerToken"))
                .multiply(BigInteger.valueOf(context))
                .multiply(BigInteger.valueOf(sequences));
        return cache.add(BigInteger.valueOf(bytes(model, "weightsBytes")))
                .add(BigInteger.valueOf(RUNTIME_BYTES))
                .multiply(BigInteger.TEN)
                .divide(BigInteger.valueOf(9))
                .longValueExact();
    }

    /**
     * Frozen weights; an adapter of two hundredths of them with gradients and two moments in 32 bits; activations of
     * one batch with recomputation, taken as eight times the cache of its tokens; and the runtime.
     */
    static long lora(Map<?, ?> model, long context, long batch) {
        var weights = BigInteger.valueOf(bytes(model, "weightsBytes"));
        var activations = BigInteger.valueOf(bytes(model, "kvBytesPerToken"))
                .multiply(BigInteger.valueOf(context))
                .multiply(BigInteger.valueOf(batch))
                .shiftLeft(3);
        var adapter = BigInteger.valueOf(bytes(model, "parameters"))
                .multiply(BigInteger.valueOf(16))
                .divide(BigInteger.valueOf(50));
        return weights.add(activations)
                .add(adapter)
                .add(BigInteger.valueOf(RUNTIME_BYTES))
                .longValueExact();
    }

    private static long bytes(Map<?, ?> model, String field) {
        return model.get(field) instanceof Long bytes ? bytes : 0;
    }
}
