package dev.slipway.provisioning.trial;

import dev.slipway.blueprint.Blueprint;
import dev.slipway.blueprint.EvaluationException;
import dev.slipway.blueprint.Facts;
import dev.slipway.blueprint.Migration;
import dev.slipway.blueprint.Needs;
import dev.slipway.blueprint.Needs.Isolation;
import dev.slipway.blueprint.Needs.ShareNeed;
import dev.slipway.blueprint.SampleFacts;
import dev.slipway.catalog.InstanceTrial.Outcome;
import dev.slipway.provisioning.plan.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One instance, rendered once more by another version. Pure. */
final class Trial {

    /** Ways of sharing in which others hold parts of the same memory. */
    private static final Set<String> NOT_STRICT = Set.of("time-sliced", "memory-limited");

    private final Blueprint candidate;

    Trial(Blueprint candidate) {
        this.candidate = candidate;
    }

    /**
     * @param notes on how its parameters are taken over
     * @param lines without the instance's own name, so that those of like instances are alike
     */
    record Result(Outcome outcome, List<String> notes, List<String> lines) {}

    Result of(Subject subject) {
        try {
            var migration = candidate.migrate(subject.instance().version(), subject.parameters(), subject.facts());
            return checked(subject, migration);
        } catch (EvaluationException unclear) {
            return invalid(List.of(), List.of(String.valueOf(unclear.getMessage())));
        }
    }

    private Result checked(Subject subject, Migration migration) {
        var notes = migration.notes();
        var check = candidate.check(migration.parameters(), subject.facts());
        if (!check.ok()) {
            return invalid(
                    notes,
                    check.errors().stream()
                            .map(error ->
                                    error.path().isEmpty() ? error.message() : error.path() + ": " + error.message())
                            .toList());
        }
        try {
            var needs = candidate.needs(check.parameters(), subject.facts());
            var wrong = needs.shares().stream()
                    .flatMap(need -> misfit(need, subject.facts()).stream())
                    .toList();
            return wrong.isEmpty() ? rendered(subject, notes, check.parameters(), needs) : invalid(notes, wrong);
        } catch (EvaluationException unclear) {
            return invalid(notes, List.of(String.valueOf(unclear.getMessage())));
        }
    }

    private Result rendered(Subject subject, List<String> notes, Map<String, Object> parameters, Needs needs) {
        var rendering = candidate.render(parameters, SampleFacts.placed(kept(subject.facts(), needs), needs));
        var differences = new ObjectDifferences(subject).with(rendering.resources());
        var more = new ArrayList<String>();
        needs.shares().stream()
                .filter(need -> need.count() > 0 && !subject.facts().shares().containsKey(need.name()))
                .forEach(need -> more.add("GPU share %s is needed besides, with %s."
                        .formatted(need.name(), Words.gib(need.memoryBytes()))));
        more.addAll(differences.lines());
        return new Result(differences.outcome(), notes, List.copyOf(more));
    }

    private static Result invalid(List<String> notes, List<String> why) {
        return new Result(Outcome.INVALID, notes, List.copyOf(why));
    }

    /** Why the share that it has would not do. */
    private static List<String> misfit(ShareNeed need, Facts facts) {
        var share = facts.shares().get(need.name());
        if (share == null || need.count() == 0) {
            return List.of();
        }
        if (share.memoryBytes() < need.memoryBytes()) {
            return List.of("GPU share %s needs %s; its %s gives %s."
                    .formatted(
                            need.name(),
                            Words.gib(need.memoryBytes()),
                            share.profile(),
                            Words.gib(share.memoryBytes())));
        }
        if (need.isolation() == Isolation.STRICT && NOT_STRICT.contains(share.mode())) {
            return List.of("GPU share %s needs strict isolation; it is %s.".formatted(need.name(), share.mode()));
        }
        if (!need.modes().isEmpty() && !need.modes().contains(share.mode())) {
            return List.of("GPU share %s may be %s; it is %s."
                    .formatted(need.name(), String.join(" or ", need.modes()), share.mode()));
        }
        return List.of();
    }

    /** The shares and weights that it has, as far as they are still what is needed. */
    private static Facts kept(Facts facts, Needs needs) {
        var shares = new TreeMap<String, Facts.Share>();
        needs.shares().forEach(need -> {
            var share = facts.shares().get(need.name());
            if (share != null) {
                shares.put(need.name(), counted(share, need));
            }
        });
        var weights = new TreeMap<String, Facts.Weights>();
        needs.weights().forEach(need -> {
            var place = facts.weights().get(need.name());
            if (place != null && place.model().equals(need.model())) {
                weights.put(need.name(), place);
            }
        });
        return facts.withShares(shares).withWeights(weights);
    }

    private static Facts.Share counted(Facts.Share share, ShareNeed need) {
        return new Facts.Share(
                share.deviceModel(),
                share.mode(),
                share.profile(),
                share.memoryBytes(),
                need.count(),
                share.isolation(),
                share.limits(),
                share.nodeSelector(),
                share.tolerations(),
                share.annotations(),
                share.schedulerName(),
                share.runtimeClassName(),
                share.utilisation());
    }
}
