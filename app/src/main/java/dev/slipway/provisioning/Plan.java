package dev.slipway.provisioning;

import dev.slipway.blueprint.Descriptor;
import dev.slipway.blueprint.FieldError;
import dev.slipway.cost.PriceRange;
import dev.slipway.team.EnvironmentView;
import dev.slipway.team.Holding;
import dev.slipway.team.QuotaView;
import dev.slipway.team.TeamView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a form would come to if it were submitted now. As much of it is there as could be worked out; the verdict says
 * what is missing.
 *
 * @param blueprint with the version that is meant
 * @param parameters typed, defaults filled in
 * @param errors by field: {@code name}, {@code environment}, {@code cluster}, {@code expires}, {@code shares.server},
 *     and {@code parameters.replicas} for the parameters; an empty path concerns the form as a whole
 * @param price none while it cannot be told
 * @param quota as it stands before
 * @param holds what it would hold
 * @param missing what of that goes beyond the quota
 * @param objects in the order in which they are applied
 * @param restarts whether running pods would be replaced
 * @param hash of what would be applied; empty while it cannot be rendered
 */
public record Plan(
        Descriptor blueprint,
        TeamView team,
        EnvironmentView environment,
        String name,
        PlanPlacement placement,
        Map<String, Object> parameters,
        List<FieldError> errors,
        List<PlanShare> shares,
        List<PlanWeights> weights,
        Optional<PriceRange> price,
        QuotaView quota,
        Holding holds,
        Holding missing,
        List<PlannedObject> objects,
        boolean restarts,
        Optional<Estimate> ready,
        Verdict verdict,
        String hash) {

    public Plan {
        errors = List.copyOf(errors);
        shares = List.copyOf(shares);
        weights = List.copyOf(weights);
        objects = List.copyOf(objects);
    }

    /** The first thing that is wrong with a field. */
    public Optional<String> error(String path) {
        return errors.stream()
                .filter(error -> error.path().equals(path))
                .map(FieldError::message)
                .findFirst();
    }

    /** The same plan, not possible because of one more error. */
    public Plan with(FieldError error) {
        var all = new ArrayList<>(errors);
        all.add(error);
        return new Plan(
                blueprint,
                team,
                environment,
                name,
                placement,
                parameters,
                all,
                shares,
                weights,
                price,
                quota,
                holds,
                missing,
                objects,
                restarts,
                ready,
                new Verdict.NotPossible(List.of(error.message()), List.of()),
                hash);
    }

    /** Whether every parameter is right: while one is wrong, nobody knows what it would come to. */
    public boolean hasFigures() {
        return price.isPresent()
                && errors.stream().noneMatch(error -> error.path().startsWith("parameters."));
    }

    public boolean isPossible() {
        return switch (verdict) {
            case Verdict.Automatic ignored -> true;
            case Verdict.NeedsApproval ignored -> true;
            case Verdict.NotPossible ignored -> false;
        };
    }

    /** What the team would hold afterwards. */
    public Holding reservedAfter() {
        return quota.reserved().plus(holds).minus(replaces());
    }

    /** What the instance holds already; nothing for a launch. */
    public Holding replaces() {
        return placement.replaces();
    }
}
