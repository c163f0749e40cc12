package dev.slipway.provisioning.state;

import dev.slipway.blueprint.Readiness;
import dev.slipway.provisioning.state.Finding.Weight;
import dev.slipway.provisioning.state.Observation.Seen;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What keeps one object from being ready: the most telling of all that can be found about it. */
final class Diagnosis {

    private Diagnosis() {}

    static Finding of(Seen seen, Observation facts) {
        if (seen.refusal().isPresent()) {
            return RefusalFindings.of(seen.title(), seen.refusal().get());
        }
        if (!seen.waitsFor().isEmpty()) {
            return Finding.progress("Waits for " + String.join(" and ", seen.waitsFor()) + ".");
        }
        var below = new ArrayList<Finding>();
        PodFindings.pods(seen, facts.pods()).forEach(pod -> below.addAll(PodFindings.of(pod, seen)));
        below.addAll(EventFindings.of(seen, facts));
        var found = new ArrayList<>(ObjectFindings.of(seen, worst(below)));
        found.addAll(below);
        return worst(found)
                .map(finding -> late(seen, facts, finding))
                .orElseGet(() -> late(seen, facts, Finding.progress(waiting(seen))));
    }

    private static Optional<Finding> worst(List<Finding> found) {
        // max keeps the last of equals; the first found is the most telling
        return found.reversed().stream().max(Comparator.comparing(Finding::weight));
    }

    private static String waiting(Seen seen) {
        return switch (seen.readiness()) {
            case Readiness.Ready ignored -> seen.title() + " is ready.";
            case Readiness.Waiting waiting -> sentence(seen, waiting.reason());
            case Readiness.Failed failed -> sentence(seen, failed.reason());
        };
    }

    private static String sentence(Seen seen, String reason) {
        var text = reason.isBlank() ? "is on its way" : reason.strip();
        return seen.title() + ": " + text + (text.endsWith(".") ? "" : ".");
    }

    /** What takes longer than it may has failed, for the reason that is in its way. */
    private static Finding late(Seen seen, Observation facts, Finding finding) {
        if (finding.weight() == Weight.FINAL
                || facts.settled()
                || !StateFunction.isPast(seen.applied(), seen.deadline(), facts.now())) {
            return finding;
        }
        var minutes = Math.max(1, seen.deadline().toMinutes());
        var cause = "%s was not ready within %d min: %s".formatted(seen.title(), minutes, finding.cause());
        var remedy = finding.remedy().isEmpty() ? "Look at its events and logs, then try again." : finding.remedy();
        return Finding.last(cause, remedy, finding.since().or(seen::applied));
    }
}
