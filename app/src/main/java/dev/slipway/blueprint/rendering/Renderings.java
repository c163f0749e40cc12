package dev.slipway.blueprint.rendering;

import dev.slipway.blueprint.ExpressionValue;
import dev.slipway.blueprint.Facts;
import dev.slipway.blueprint.FieldError;
import dev.slipway.blueprint.Fingerprint;
import dev.slipway.blueprint.Needs;
import dev.slipway.blueprint.Output;
import dev.slipway.blueprint.ParameterCheck;
import dev.slipway.blueprint.Readiness;
import dev.slipway.blueprint.RenderedResource;
import dev.slipway.blueprint.Rendering;
import dev.slipway.blueprint.definition.Definition;
import dev.slipway.blueprint.expression.Budget;
import dev.slipway.blueprint.expression.Expression;
import dev.slipway.blueprint.expression.FactValues;
import dev.slipway.blueprint.expression.Plain;
import dev.slipway.blueprint.expression.Reference;
import dev.slipway.blueprint.expression.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers every question about a definition, from parameters and facts. */
public final class Renderings {

    private final Definition definition;

    public Renderings(Definition definition) {
        this.definition = definition;
    }

    public ParameterCheck check(Map<String, Object> submitted, Facts facts) {
        var parameters = definition.schema().complete(Labels.map(Plain.widen(submitted)));
        var errors = new ArrayList<FieldError>(definition.schema().validate(parameters));
        errors.addAll(new Sources(facts).check(definition.schema().root(), parameters));
        if (errors.isEmpty()) {
            errors.addAll(new Validations(definition, parameters, facts).check());
        }
        return new ParameterCheck(parameters, List.copyOf(errors));
    }

    public Needs needs(Map<String, Object> parameters, Facts facts) {
        return new NeedsReader(definition, new Evaluation(definition, parameters, facts), facts).read();
    }

    public Rendering render(Map<String, Object> parameters, Facts facts) {
        var resources = new Renderer(definition, parameters, facts, false, new Budget()).render();
        return new Rendering(
                resources,
                new Claims(facts, resources, Replicas.Bound.MOST).amounts(),
                new Claims(facts, resources, Replicas.Bound.LEAST).amounts(),
                NeedsReader.secrets(definition, facts));
    }

    public Fingerprint fingerprint(Map<String, Object> parameters, Facts facts) {
        var budget = new Budget();
        var objects = hash(new Renderer(definition, parameters, facts, true, budget).render());
        var isPlaced = !definition.shares().isEmpty() || !definition.weights().isEmpty();
        var unplaced = FactValues.withoutPlacement(facts);
        var signed = isPlaced ? hash(new Renderer(definition, parameters, unplaced, true, budget).render()) : objects;
        return new Fingerprint(objects, signed);
    }

    public List<ExpressionValue> values(Map<String, Object> parameters, Facts facts) {
        return ExpressionValues.of(definition, parameters, facts);
    }

    private static String hash(List<RenderedResource> resources) {
        return CanonicalJson.sha256(resources.stream()
                .map(resource -> List.of(resource.id(), resource.key(), resource.manifest()))
                .toList());
    }

    public Readiness readiness(
            String resourceId, Map<String, Object> live, Map<String, Object> parameters, Facts facts) {
        var known = KnownReadiness.of(live);
        var resource = definition.resource(resourceId);
        if (resource.isEmpty()
                || (resource.get().readyWhen().isEmpty()
                        && resource.get().failedWhen().isEmpty())) {
            return known;
        }
        var evaluation = new Evaluation(definition, parameters, facts);
        var self = Map.of(resourceId, Labels.map(Plain.widen(live)));
        for (var condition : resource.get().failedWhen()) {
            if (evaluation.holds(condition.rule(), self)) {
                return new Readiness.Failed(reason(known, condition.message(), condition.rule()));
            }
        }
        if (resource.get().readyWhen().isEmpty()) {
            return known;
        }
        for (var condition : resource.get().readyWhen()) {
            if (!evaluation.holds(condition.rule(), self)) {
                return new Readiness.Waiting(reason(known, condition.message(), condition.rule()));
            }
        }
        return new Readiness.Ready();
    }

    private static String reason(Readiness known, String message, Expression rule) {
        if (!message.isEmpty()) {
            return message;
        }
        return switch (known) {
            case Readiness.Waiting waiting -> waiting.reason();
            case Readiness.Failed failed -> failed.reason();
            case Readiness.Ready ignored ->
                "The blueprint says: " + rule.source().strip() + ".";
        };
    }

    public List<Output> outputs(Map<String, Object> parameters, Facts facts) {
        var renderer = new Renderer(definition, parameters, facts, false, new Budget());
        renderer.renderOnly(definition.outputs().values().stream()
                .flatMap(output -> resources(output).stream())
                .collect(Collectors.toSet()));
        var guards = definition.guards();
        return definition.outputs().entrySet().stream()
                .filter(entry -> unguarded(entry.getValue(), guards).stream().allMatch(renderer::isIncluded))
                .map(entry -> output(entry.getKey(), entry.getValue(), renderer, facts))
                .toList();
    }

    /** Ids of the resources that an output reads. */
    private Set<String> resources(Definition.Output output) {
        var template = output.value();
        return template == null
                ? Set.of()
                : template.expressions()
                        .flatMap(expression -> expression.references().stream())
                        .map(Reference::root)
                        .filter(root -> definition.resource(root).isPresent())
                        .collect(Collectors.toSet());
    }

    /** Those that it reads without asking whether they are included: it is left out with them. */
    private Set<String> unguarded(Definition.Output output, Map<String, Set<Shape>> guards) {
        var template = output.value();
        return template == null
                ? Set.of()
                : template.expressions()
                        .flatMap(expression -> expression.unguarded(guards, Set.of()).stream())
                        .collect(Collectors.toSet());
    }

    private static Output output(String name, Definition.Output output, Renderer renderer, Facts facts) {
        var reference = output.secret();
        if (reference != null) {
            var key = new Facts.SecretKey(FactValues.secretName(facts, reference.secret()), reference.key());
            return new Output(name, output.title(), output.kind(), null, key);
        }
        var template = output.value();
        var value = template == null
                ? null
                : TemplateValues.of(
                        template,
                        expression -> value(renderer, expression),
                        renderer.evaluation().budget());
        return new Output(name, output.title(), output.kind(), value, null);
    }

    private static @Nullable Object value(Renderer renderer, Expression expression) {
        try {
            return renderer.peers().value(expression, new HashMap<>());
        } catch (Peers.NotThereException e) {
            return null;
        }
    }
}
