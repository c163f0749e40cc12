package dev.slipway.provisioning.plan;

import dev.slipway.blueprint.FieldError;
import dev.slipway.provisioning.Plan;
import dev.slipway.provisioning.PlanPlacement;
import dev.slipway.provisioning.plan.Draft.Material;
import dev.slipway.team.Holding;
import dev.slipway.team.Quotas;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Works out what is asked for comes to. Reads, and writes nothing. */
@Component
public class Planner {

    private final Candidates candidates;
    private final FormCheck form;
    private final Materials materials;
    private final Quotas quotas;
    private final Estimates estimates;
    private final Verdicts verdicts;

    Planner(
            Candidates candidates,
            FormCheck form,
            Materials materials,
            Quotas quotas,
            Estimates estimates,
            Verdicts verdicts) {
        this.candidates = candidates;
        this.form = form;
        this.materials = materials;
        this.quotas = quotas;
        this.estimates = estimates;
        this.verdicts = verdicts;
    }

    public Draft draft(Ask ask) {
        var all = candidates.of(ask);
        var best = Candidates.best(ask, all);
        var errors = new ArrayList<FieldError>(form.errors(ask));
        best.flatMap(Candidate::check)
                .ifPresent(check -> check.errors()
                        .forEach(error -> errors.add(new FieldError("parameters." + error.path(), error.message()))));
        var misses = best.map(candidate -> candidate.misses(ask)).orElse(List.of());
        misses.forEach(share -> errors.add(
                new FieldError("shares." + share.name(), share.offer().problem().orElseThrow())));
        var obstacles = new ArrayList<String>(Verdicts.obstacles(ask, best, all));
        var material = obstacles.isEmpty()
                        && misses.isEmpty()
                        && best.flatMap(Candidate::needs).isPresent()
                ? materials.of(ask, best.get(), obstacles)
                : Optional.<Material>empty();
        return draft(ask, all, best, errors, obstacles, material);
    }

    private Draft draft(
            Ask ask,
            List<Candidate> all,
            Optional<Candidate> best,
            List<FieldError> errors,
            List<String> obstacles,
            Optional<Material> material) {
        var team = ask.team().id();
        var present = ask.present().map(there -> there.instance().id());
        var holding = material.map(Material::holding).orElse(Holding.NONE);
        var missing = material.isPresent() ? quotas.preview(team, present, holding) : Holding.NONE;
        var verdict = verdicts.of(ask, errors, obstacles, best, missing);
        var shares = best.map(Candidate::shares).orElse(List.of());
        var weights = best.map(Candidate::weights).orElse(List.of());
        var objects = PlannedObjects.of(ask, material, weights);
        var plan = new Plan(
                ask.blueprint().descriptor(),
                ask.team(),
                ask.environment(),
                ask.name(),
                placement(ask, all, best),
                best.flatMap(Candidate::check).map(check -> check.parameters()).orElse(ask.submitted()),
                errors,
                shares,
                weights,
                material.map(Material::price),
                quotas.of(team),
                holding,
                missing,
                objects,
                PlannedObjects.restarts(ask, material),
                material.map(ignored -> estimates.of(ask.version().name(), weights)),
                verdict,
                material.map(made -> made.fingerprint().objects()).orElse(""));
        return new Draft(plan, plan.isPossible() ? material : Optional.empty());
    }

    private static PlanPlacement placement(Ask ask, List<Candidate> all, Optional<Candidate> best) {
        return new PlanPlacement(
                best.filter(Candidate::isUsable)
                        .map(candidate -> candidate.cluster().id()),
                ask.cluster().isEmpty(),
                best.map(Candidate::reason).orElse("The environment has no cluster."),
                all.stream()
                        .map(candidate -> new PlanPlacement.Candidate(
                                candidate.cluster().id(),
                                candidate.cluster().title(),
                                candidate.cluster().region(),
                                candidate.isUsable(),
                                candidate.reason()))
                        .toList(),
                ask.present().map(there -> there.revision().holding()).orElse(Holding.NONE));
    }
}
