package dev.slipway.provisioning.plan;

import dev.slipway.access.People;
import dev.slipway.blueprint.FieldError;
import dev.slipway.catalog.BlueprintVersion.Status;
import dev.slipway.gpu.ShareOption;
import dev.slipway.provisioning.PlanShare;
import dev.slipway.provisioning.Verdict;
import dev.slipway.team.Holding;
import dev.slipway.team.HoldingWords;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether a plan begins by itself, waits for somebody, or cannot be. */
@Component
class Verdicts {

    private final People people;
    private final InstantSource clock;

    Verdicts(People people, InstantSource clock) {
        this.people = people;
        this.clock = clock;
    }

    /** What stands in the way whatever the form says. */
    static List<String> obstacles(Ask ask, Optional<Candidate> best, List<Candidate> all) {
        var obstacles = new ArrayList<String>();
        if (ask.version().status() == Status.RETIRED && ask.present().isEmpty()) {
            obstacles.add("%s %s is retired and cannot be launched any more."
                    .formatted(
                            ask.blueprint().descriptor().title(), ask.version().version()));
        }
        if (best.isEmpty()) {
            obstacles.add(
                    "%s has no cluster it may use.".formatted(ask.environment().id()));
        } else if (!best.get().isUsable()) {
            all.forEach(candidate ->
                    obstacles.add("%s: %s".formatted(candidate.cluster().title(), candidate.reason())));
        } else {
            best.get()
                    .unclear()
                    .ifPresent(unclear ->
                            obstacles.add("The blueprint cannot work out its needs: " + unclear.getMessage()));
            best.get().lacks(ask).forEach(share -> obstacles.add(tooLarge(best.get(), share)));
        }
        return obstacles;
    }

    private static String tooLarge(Candidate candidate, PlanShare share) {
        var needed = Words.gib(share.memoryBytes());
        return share.offer()
                .largest()
                .map(largest -> "No GPU share on %s gives %s: the largest, %s, gives %s."
                        .formatted(
                                candidate.cluster().title(),
                                needed,
                                largest.profile(),
                                Words.gib(largest.usableBytes())))
                .orElse("%s offers no GPU share.".formatted(candidate.cluster().title()));
    }

    Verdict of(Ask ask, List<FieldError> errors, List<String> obstacles, Optional<Candidate> best, Holding missing) {
        var expired = ask.environment()
                .expires()
                .filter(at -> !at.isAfter(clock.instant()))
                .isPresent();
        var reasons = new ArrayList<>(obstacles);
        errors.forEach(error -> reasons.add(error.message()));
        if (expired) {
            reasons.add("%s has come to its end.".formatted(ask.environment().id()));
        }
        if (!reasons.isEmpty()) {
            return new Verdict.NotPossible(reasons, fixes(ask, best));
        }
        return missing.isNone() ? automatic(ask) : approval(ask, missing);
    }

    private static Verdict automatic(Ask ask) {
        return new Verdict.Automatic("%s blueprint, within quota, environment is %s."
                .formatted(
                        Words.capital(ask.version().status().word()),
                        ask.environment().kind().word()));
    }

    private Verdict approval(Ask ask, Holding missing) {
        var approvers = people.approversOf(ask.team().id()).stream()
                .filter(person -> !person.id().equals(ask.caller().person()))
                .toList();
        return new Verdict.NeedsApproval(HoldingWords.over(missing, ask.team().title()) + ".", missing, approvers);
    }

    private static List<String> fixes(Ask ask, Optional<Candidate> best) {
        return best.stream()
                .flatMap(candidate -> candidate.lacks(ask).stream())
                .flatMap(share -> share.offer().largest().map(ShareOption::profile).stream())
                .map(
                        "Ask for less memory, so that %s is enough: a smaller model, a shorter context, fewer at once."
                                ::formatted)
                .toList();
    }
}
