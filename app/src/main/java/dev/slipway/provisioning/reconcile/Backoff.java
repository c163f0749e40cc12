package dev.slipway.provisioning.reconcile;

import dev.slipway.provisioning.settings.ProvisioningSettings;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next try: twice as long each time, up to a limit, and never in step with others. */
record Backoff(Duration first, Duration most) {

    static Backoff of(ProvisioningSettings settings) {
        return new Backoff(settings.backoffFirst(), settings.backoffMost());
    }

    Duration after(int failures, RandomGenerator random) {
        var full = first.multipliedBy(1L << Math.min(failures, 16));
        var bounded = full.compareTo(most) > 0 ? most : full;
        return Duration.ofMillis(bounded.toMillis() / 2 + random.nextLong(bounded.toMillis() / 2 + 1));
    }
}
