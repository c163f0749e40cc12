package dev.slipway.provisioning.state;

import dev.slipway.provisioning.InstanceState;
import dev.slipway.provisioning.Problem;
import dev.slipway.provisioning.state.Finding.Weight;
import dev.slipway.provisioning.state.Observation.Seen;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Turns facts into a state and one sentence: which object blocks, why, since when, what to do. Never says "failed" while
 * there is progress, never keeps silent when there is none.
 */
public final class StateFunction {

    private StateFunction() {}

    public static Assessment assess(Observation facts) {
        if (facts.before().isPresent()) {
            return judged(facts, facts.before().get(), Optional.empty());
        }
        var blocking = facts.objects().stream().filter(seen -> !seen.isReady()).toList();
        return blocking.isEmpty() ? done(facts) : blocked(facts, blocking);
    }

    private static Assessment done(Observation facts) {
        if (isJob(facts.objects())) {
            return new Assessment(InstanceState.COMPLETED, "All its work is done.", Optional.empty());
        }
        var servers = facts.objects().stream().filter(Seen::isServer).count();
        var sentence = servers == 0 ? "All objects are in place." : "Everything is running.";
        return new Assessment(InstanceState.READY, sentence, Optional.empty());
    }

    /** An instance that does work and keeps nothing running. */
    public static boolean isJob(List<Seen> objects) {
        return objects.stream().anyMatch(Seen::isJob) && objects.stream().noneMatch(Seen::isServer);
    }

    /** The worst finding blocks; among equals the object that is applied first. */
    private static Assessment blocked(Observation facts, List<Seen> blocking) {
        var worst = blocking.getFirst();
        var finding = Diagnosis.of(worst, facts);
        for (var seen : blocking) {
            var other = Diagnosis.of(seen, facts);
            if (other.weight().compareTo(finding.weight()) > 0) {
                worst = seen;
                finding = other;
            }
        }
        return judged(facts, finding, Optional.of(worst));
    }

    private static Assessment judged(Observation facts, Finding finding, Optional<Seen> seen) {
        var state = state(facts, finding.weight());
        var object = seen.map(Seen::title);
        if (finding.weight() == Weight.PROGRESS && !facts.settled()) {
            return new Assessment(state, sentence(finding), Optional.empty());
        }
        var since = finding.since().or(() -> seen.flatMap(Seen::applied)).orElse(facts.since());
        return new Assessment(
                state, sentence(finding), Optional.of(new Problem(object, finding.cause(), since, finding.remedy())));
    }

    private static InstanceState state(Observation facts, Weight weight) {
        return switch (weight) {
            case FINAL -> InstanceState.FAILED;
            case PROGRESS, STUCK -> {
                if (facts.settled()) {
                    yield InstanceState.DEGRADED;
                }
                yield facts.first() ? InstanceState.PROVISIONING : InstanceState.UPDATING;
            }
        };
    }

    private static String sentence(Finding finding) {
        return finding.remedy().isEmpty() ? finding.cause() : finding.cause() + " " + finding.remedy();
    }

    /** How long ago, for tests of deadlines. */
    static boolean isPast(Optional<Instant> from, java.time.Duration deadline, Instant now) {
        return from.isPresent() && from.get().plus(deadline).isBefore(now);
    }
}
