package dev.slipway.catalog;

import dev.slipway.kernel.EnvironmentId;
import dev.slipway.kernel.EnvironmentKind;
import dev.slipway.kernel.InstanceId;
import java.util.Comparator;
import java.util.List;

/**
 * What a new version would make of the instances that run.
 *
 * @param groups instances for which the same things would change, the gravest and then the largest first
 */
public record InstanceTrial(List<Group> groups) {

    public static final InstanceTrial NONE = new InstanceTrial(List.of());

    public InstanceTrial {
        groups = groups.stream()
                .sorted(Comparator.comparing(Group::outcome)
                        .reversed()
                        .thenComparingInt(group -> -group.instances().size())
                        .thenComparing(group -> group.instances().getFirst().name()))
                .toList();
    }

    /** What would become of an instance, from harmless to grave. */
    public enum Outcome {
        UNCHANGED,
        IN_PLACE,
        ROLLS_PODS,
        INVALID
    }

    /**
     * @param notes on how the version takes over their parameters; none when those stay as they are
     * @param lines what changes, field by field, or why it cannot be; the same for all of them
     */
    public record Group(Outcome outcome, List<String> notes, List<String> lines, List<Tried> instances) {}

    /** @param version that it runs now */
    public record Tried(InstanceId id, String name, EnvironmentId environment, EnvironmentKind kind, String version) {}

    public int of(Outcome outcome) {
        return groups.stream()
                .filter(group -> group.outcome() == outcome)
                .mapToInt(group -> group.instances().size())
                .sum();
    }

    public int instances() {
        return groups.stream().mapToInt(group -> group.instances().size()).sum();
    }
}
