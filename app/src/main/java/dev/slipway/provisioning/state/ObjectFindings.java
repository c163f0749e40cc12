package dev.slipway.provisioning.state;

import dev.slipway.blueprint.Readiness;
import dev.slipway.provisioning.state.Observation.Seen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an object says of itself. */
final class ObjectFindings {

    private ObjectFindings() {}

    /** @param below the worst of what its pods and events tell */
    static List<Finding> of(Seen seen, Optional<Finding> below) {
        var found = new ArrayList<Finding>();
        switch (seen.kind()) {
            case "Deployment" -> deployment(seen, below, found);
            case "Job" -> job(seen, found);
            case "PersistentVolumeClaim" -> claim(seen, found);
            default -> {}
        }
        if (found.stream().noneMatch(finding -> finding.weight() == Finding.Weight.FINAL)
                && seen.readiness() instanceof Readiness.Failed failed) {
            found.addFirst(Finding.last(
                    "%s has failed: %s".formatted(seen.title(), RefusalFindings.stop(failed.reason())),
                    "Look at its events and logs, then try again.",
                    Optional.empty()));
        }
        return found;
    }

    private static void deployment(Seen seen, Optional<Finding> below, List<Finding> found) {
        var progressing = Fields.condition(seen.live(), "Progressing");
        if ("ProgressDeadlineExceeded".equals(progressing.get("reason"))) {
            found.add(late(seen, below, PodFacts.instant(Fields.text(progressing, "lastTransitionTime"))));
        }
        var failure = Fields.condition(seen.live(), "ReplicaFailure");
        if ("True".equals(failure.get("status"))) {
            found.add(created(seen, Fields.text(failure, "message")));
        }
    }

    /** That a deadline has passed says nothing of why: what its pods tell does. */
    private static Finding late(Seen seen, Optional<Finding> below, Optional<Instant> since) {
        var late = "%s made no progress within its deadline".formatted(seen.title());
        return Finding.last(
                below.map(why -> late + ": " + why.cause()).orElse(late + "."),
                below.map(Finding::remedy)
                        .filter(remedy -> !remedy.isEmpty())
                        .orElse("Look at the pods' events and logs, put right what they name, then try again."),
                below.flatMap(Finding::since).or(() -> since));
    }

    private static void job(Seen seen, List<Finding> found) {
        var failed = Fields.condition(seen.live(), "Failed");
        if (!"True".equals(failed.get("status"))) {
            return;
        }
        var cause = switch (Fields.text(failed, "reason")) {
            case "BackoffLimitExceeded" -> "%s failed as often as it may.";
            case "DeadlineExceeded" -> "%s took longer than it may.";
            case "PodFailurePolicy" -> "%s failed in a way that is not tried again.";
            default -> "%s failed.";
        };
        found.add(Finding.last(
                cause.formatted(seen.title()),
                "Read the log of its last pod, put right what it names, then try again.",
                PodFacts.instant(Fields.text(failed, "lastTransitionTime"))));
    }

    private static void claim(Seen seen, List<Finding> found) {
        if ("Lost".equals(Fields.text(seen.live(), "status", "phase"))) {
            found.add(Finding.last(
                    "The volume of %s is lost.".formatted(seen.title()),
                    "Its data has to be restored from elsewhere; delete the instance and launch it again.",
                    Optional.empty()));
        }
    }

    /** Why a controller could not create a pod. */
    static Finding created(Seen seen, String message) {
        return message.contains("exceeded quota")
                ? RefusalFindings.quota("a pod of " + seen.title(), message)
                : RefusalFindings.forbidden("the pods of " + seen.title(), message);
    }
}
