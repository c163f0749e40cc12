package dev.slipway.provisioning;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A pod of an instance.
 *
 * @param phase as Kubernetes says it: {@code Running}
 * @param detail what it waits for or died of; may be empty
 */
public record PodView(
        String name,
        String phase,
        boolean ready,
        int restarts,
        Optional<String> node,
        List<String> containers,
        String detail,
        Optional<Instant> started) {}
