package dev.slipway.provisioning.state;

import dev.slipway.cluster.Manifest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What matters of a pod.
 *
 * @param owner name of what made it, such as a ReplicaSet or a Job
 * @param unschedulable the scheduler's message while it finds no node
 * @param reason of the pod as a whole: {@code Evicted}, {@code NodeLost}
 */
public record PodFacts(
        String name,
        String owner,
        String phase,
        boolean ready,
        boolean deleting,
        String node,
        String unschedulable,
        String reason,
        String message,
        List<ContainerFacts> containers,
        Optional<Instant> since) {

    /**
     * What matters of a container.
     *
     * @param waiting why it does not run: {@code ImagePullBackOff}
     * @param ended why it last ended: {@code OOMKilled}
     */
    public record ContainerFacts(
            String name,
            String image,
            boolean init,
            boolean ready,
            boolean running,
            String waiting,
            String message,
            String ended,
            long exitCode,
            long restarts) {}

    public static PodFacts of(Manifest pod) {
        var content = pod.content();
        var scheduled = Fields.condition(content, "PodScheduled");
        var unschedulable = "False".equals(scheduled.get("status")) ? Fields.text(scheduled, "message") : "";
        return new PodFacts(
                pod.key().name(),
                Fields.list(content, "metadata", "ownerReferences").stream()
                        .map(owner -> Fields.text(owner, "name"))
                        .findFirst()
                        .orElse(""),
                Fields.text(content, "status", "phase"),
                "True".equals(Fields.condition(content, "Ready").get("status")),
                Fields.value(content, "metadata", "deletionTimestamp") != null,
                Fields.text(content, "spec", "nodeName"),
                unschedulable,
                Fields.text(content, "status", "reason"),
                Fields.text(content, "status", "message"),
                containers(content),
                instant(Fields.text(content, "metadata", "creationTimestamp")));
    }

    private static List<ContainerFacts> containers(Object pod) {
        var containers = new ArrayList<ContainerFacts>();
        Fields.list(pod, "status", "initContainerStatuses").forEach(status -> containers.add(container(status, true)));
        Fields.list(pod, "status", "containerStatuses").forEach(status -> containers.add(container(status, false)));
        return List.copyOf(containers);
    }

    private static ContainerFacts container(Object status, boolean init) {
        var ended = Fields.map(status, "state", "terminated");
        if (ended.isEmpty()) {
            ended = Fields.map(status, "lastState", "terminated");
        }
        return new ContainerFacts(
                Fields.text(status, "name"),
                Fields.text(status, "image"),
                init,
                Fields.flag(status, "ready"),
                !Fields.map(status, "state", "running").isEmpty(),
                Fields.text(status, "state", "waiting", "reason"),
                Fields.text(status, "state", "waiting", "message"),
                Fields.text(ended, "reason"),
                Fields.number(ended, "exitCode"),
                Fields.number(status, "restartCount"));
    }

    static Optional<Instant> instant(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (java.time.format.DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
