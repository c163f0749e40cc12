package dev.slipway.provisioning.state;

import dev.slipway.provisioning.state.Observation.Seen;
import dev.slipway.provisioning.state.PodFacts.ContainerFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the pods of an object tell. */
final class PodFindings {

    /** After so many restarts a container that keeps crashing is not going to stop doing so. */
    private static final long HOPELESS = 5;

    private PodFindings() {}

    /** A Deployment's pods are made by its ReplicaSets, whose names begin with its own. */
    static List<PodFacts> pods(Seen seen, List<PodFacts> pods) {
        return switch (seen.kind()) {
            case "Deployment" ->
                pods.stream()
                        .filter(pod -> pod.owner().matches(java.util.regex.Pattern.quote(seen.name()) + "-[a-z0-9]+"))
                        .toList();
            case "StatefulSet", "Job", "DaemonSet", "ReplicaSet" ->
                pods.stream().filter(pod -> pod.owner().equals(seen.name())).toList();
            case "Pod" ->
                pods.stream().filter(pod -> pod.name().equals(seen.name())).toList();
            default -> List.of();
        };
    }

    static List<Finding> of(PodFacts pod, Seen seen) {
        if (pod.ready() || pod.deleting() || pod.phase().equals("Succeeded")) {
            return List.of();
        }
        var found = new ArrayList<Finding>();
        if (!pod.unschedulable().isEmpty()) {
            found.add(SchedulerMessage.of("pod " + pod.name(), pod.unschedulable(), pod.since()));
        }
        whole(pod).ifPresent(found::add);
        pod.containers().forEach(container -> container(pod, container).ifPresent(found::add));
        if (found.isEmpty() && pod.phase().equals("Running")) {
            found.add(Finding.progress("%s: pod %s runs and is not ready yet.".formatted(seen.title(), pod.name())));
        }
        return found;
    }

    private static Optional<Finding> whole(PodFacts pod) {
        return switch (pod.reason()) {
            case "Evicted" ->
                Optional.of(Finding.stuck(
                        "Pod %s was evicted: %s".formatted(pod.name(), RefusalFindings.stop(pod.message())),
                        "Another one takes its place.",
                        pod.since()));
            case "NodeLost", "NodeAffinity", "NodeShutdown", "Terminated" ->
                Optional.of(Finding.stuck(
                        "The node %s of pod %s is lost.".formatted(pod.node(), pod.name()),
                        "The pod is started elsewhere when the cluster gives the node up, about 5 minutes after.",
                        pod.since()));
            case "Preempting" ->
                Optional.of(Finding.stuck(
                        "Pod %s had to make room for a more important one.".formatted(pod.name()),
                        "It starts again as soon as there is room.",
                        pod.since()));
            default -> Optional.empty();
        };
    }

    private static Optional<Finding> container(PodFacts pod, ContainerFacts container) {
        if (container.ended().equals("OOMKilled") && !container.ready()) {
            return Optional.of(memory(pod, container));
        }
        return switch (container.waiting()) {
            case "ErrImagePull", "ImagePullBackOff", "ImageInspectError", "RegistryUnavailable" ->
                Optional.of(Finding.stuck(
                        "The image %s cannot be fetched: %s"
                                .formatted(container.image(), RefusalFindings.stop(pull(container.message()))),
                        "It is tried again; check that the registry holds it and that the cluster may read it.",
                        pod.since()));
            case "InvalidImageName", "ErrImageNeverPull" ->
                Optional.of(Finding.last(
                        "The image name %s is not valid here.".formatted(container.image()),
                        "Correct the image in the parameters, or tell the blueprint's owner.",
                        pod.since()));
            case "CreateContainerConfigError", "CreateContainerError", "RunContainerError" ->
                Optional.of(Finding.stuck(
                        "Container %s cannot be started: %s"
                                .formatted(container.name(), RefusalFindings.stop(container.message())),
                        "It is tried again; what the message names has to be there.",
                        pod.since()));
            case "CrashLoopBackOff" -> Optional.of(crash(pod, container));
            default -> ended(pod, container);
        };
    }

    private static Finding memory(PodFacts pod, ContainerFacts container) {
        var cause = "Container %s of pod %s ran out of memory, %s."
                .formatted(container.name(), pod.name(), times(container.restarts()));
        var remedy = "Give it more memory: a larger size, a shorter context or fewer requests at once.";
        return container.restarts() >= HOPELESS
                ? Finding.last(cause, remedy, pod.since())
                : Finding.stuck(cause, remedy, pod.since());
    }

    private static Finding crash(PodFacts pod, ContainerFacts container) {
        var cause = "Container %s of pod %s keeps crashing, %s, last with exit code %d."
                .formatted(container.name(), pod.name(), times(container.restarts()), container.exitCode());
        var remedy = "Read its log, put right what it names, then try again.";
        return container.restarts() >= HOPELESS
                ? Finding.last(cause, remedy, pod.since())
                : Finding.stuck(cause, remedy, pod.since());
    }

    private static Optional<Finding> ended(PodFacts pod, ContainerFacts container) {
        if (container.init() && !container.ready() && container.exitCode() != 0) {
            return Optional.of(Finding.stuck(
                    "The preparing container %s of pod %s failed with exit code %d."
                            .formatted(container.name(), pod.name(), container.exitCode()),
                    "Read its log, put right what it names, then try again.",
                    pod.since()));
        }
        if (container.exitCode() != 0 && !container.running()) {
            return Optional.of(Finding.stuck(
                    "Container %s of pod %s ended with exit code %d."
                            .formatted(container.name(), pod.name(), container.exitCode()),
                    "It is tried again; read its log.",
                    pod.since()));
        }
        return Optional.empty();
    }

    private static String times(long restarts) {
        return restarts == 1 ? "once so far" : "%d times so far".formatted(Math.max(1, restarts));
    }

    private static String pull(String message) {
        return message.isEmpty()
                ? "the registry did not answer"
                : message.replaceFirst("^Back-off pulling image ", "backing off ");
    }
}
