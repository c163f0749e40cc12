package dev.slipway.provisioning.state;

import dev.slipway.cluster.KubernetesEvent;
import dev.slipway.provisioning.state.Observation.Seen;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the warnings about an object, its pods and what stands between them tell. */
final class EventFindings {

    private EventFindings() {}

    static List<Finding> of(Seen seen, Observation facts) {
        return facts.events().stream()
                .filter(event ->
                        !event.normal() && concerns(seen, facts, event.subject().name()))
                .filter(event -> !event.subject().kind().equals("Pod") || tells(facts, event))
                .flatMap(event -> finding(seen, facts, event).stream())
                .toList();
    }

    private static boolean concerns(Seen seen, Observation facts, String subject) {
        return subject.equals(seen.name())
                || (makesPods(seen) && belongs(seen, subject) && !nearer(seen, facts, subject));
    }

    private static boolean makesPods(Seen seen) {
        return Stream.of("Deployment", "StatefulSet", "Job").anyMatch(seen.kind()::equals);
    }

    private static boolean belongs(Seen seen, String subject) {
        return subject.startsWith(seen.name() + "-");
    }

    /** Whether an object with a longer name is meant: a pod of {@code search-embed} is none of {@code search}. */
    private static boolean nearer(Seen seen, Observation facts, String subject) {
        return facts.objects().stream()
                .filter(other -> other.name().length() > seen.name().length())
                .anyMatch(other -> subject.equals(other.name()) || belongs(other, subject));
    }

    private static Optional<Finding> finding(Seen seen, Observation facts, KubernetesEvent event) {
        var since = Optional.of(event.lastSeen());
        return switch (event.reason()) {
            case "FailedCreate" ->
                lacksPods(seen, facts)
                        ? Optional.of(dated(ObjectFindings.created(seen, event.message()), event))
                        : Optional.empty();
            case "ProvisioningFailed" -> Optional.of(volume(seen, event));
            case "FailedBinding" ->
                Optional.of(Finding.stuck(
                        "No volume can be made for %s: %s"
                                .formatted(seen.title(), RefusalFindings.stop(event.message())),
                        "The cluster needs a default storage class; ask a platform admin.",
                        since));
            case "FailedMount", "FailedAttachVolume" ->
                Optional.of(Finding.stuck(
                        "A volume of %s cannot be mounted: %s"
                                .formatted(event.subject().name(), RefusalFindings.stop(event.message())),
                        "It is tried again; if it stays, ask a platform admin about the volume.",
                        since));
            case "FailedScheduling" ->
                Optional.of(SchedulerMessage.of("pod " + event.subject().name(), event.message(), since));
            case "NodeNotReady" ->
                Optional.of(Finding.stuck(
                        "The node under %s does not answer."
                                .formatted(event.subject().name()),
                        "The pod is started elsewhere when the cluster gives the node up, about 5 minutes after.",
                        since));
            case "FailedCreatePodSandBox", "NetworkNotReady" ->
                Optional.of(Finding.stuck(
                        "The node cannot prepare %s: %s"
                                .formatted(event.subject().name(), RefusalFindings.stop(event.message())),
                        "It is tried again; if it stays, ask a platform admin about the node.",
                        since));
            default -> Optional.empty();
        };
    }

    private static Finding dated(Finding finding, KubernetesEvent event) {
        return new Finding(finding.weight(), finding.cause(), finding.remedy(), Optional.of(event.lastSeen()));
    }

    private static Finding volume(Seen seen, KubernetesEvent event) {
        return Finding.stuck(
                "The volume of %s cannot be made: %s".formatted(seen.title(), RefusalFindings.stop(event.message())),
                event.message().contains("storageclass")
                        ? "Choose a storage class that the cluster has, or ask a platform admin."
                        : "It is tried again; if it stays, ask a platform admin.",
                Optional.of(event.lastSeen()));
    }

    /** An old event about a pod that runs by now, or is gone, tells nothing any more. */
    private static boolean tells(Observation facts, KubernetesEvent event) {
        return facts.pods().stream()
                .filter(pod -> pod.name().equals(event.subject().name()) && !pod.ready())
                .anyMatch(pod -> event.reason().equals("NodeNotReady")
                        || pod.containers().stream().noneMatch(PodFacts.ContainerFacts::running));
    }

    /** Pods that could not be made at first may be there by now. */
    private static boolean lacksPods(Seen seen, Observation facts) {
        var wanted = seen.isJob()
                ? 1
                : Fields.value(seen.live(), "spec", "replicas") instanceof Number n ? n.longValue() : 1;
        return PodFindings.pods(seen, facts.pods()).size() < wanted;
    }
}
