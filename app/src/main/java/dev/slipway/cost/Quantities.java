package dev.slipway.cost;

import dev.slipway.kernel.Amounts;
import java.util.List;

/**
 * What is to be priced: CPU, memory and storage as amounts, GPU by device model and profile, since a profile may cost
 * more than its part of the slices.
 */
public record Quantities(Amounts amounts, List<GpuNeed> gpu) {

    public Quantities {
        gpu = List.copyOf(gpu);
    }
}
