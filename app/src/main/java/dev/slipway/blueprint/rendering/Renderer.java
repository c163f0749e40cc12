package dev.slipway.blueprint.rendering;

import dev.slipway.blueprint.EvaluationException;
import dev.slipway.blueprint.Facts;
import dev.slipway.blueprint.RenderedResource;
import dev.slipway.blueprint.definition.Definition;
import dev.slipway.blueprint.definition.ResourceDefinition;
import dev.slipway.blueprint.expression.Budget;
import dev.slipway.blueprint.expression.Expression;
import dev.slipway.blueprint.source.Code;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Renders the objects of a definition, in the order of their references. */
final class Renderer {

    private static final int MOST_OBJECTS = 200;

    private final Definition definition;
    private final Facts facts;
    private final Evaluation evaluation;
    private final boolean liveAsSource;
    private boolean readsLive;
    private final Peers peers;
    private final Labels labels;
    private final DistinctObjects distinct = new DistinctObjects();
    private final Set<String> included = new LinkedHashSet<>();
    private final List<RenderedResource> rendered = new ArrayList<>();

    /**
     * @param liveAsSource whether what depends on live objects is to stand there as its expression, so that the result
     *     is the same whatever lives
     */
    Renderer(Definition definition, Map<String, Object> parameters, Facts facts, boolean liveAsSource, Budget budget) {
        this.definition = definition;
        this.facts = facts;
        this.evaluation = new Evaluation(definition, parameters, facts, budget);
        this.liveAsSource = liveAsSource;
        var ids = definition.resources().stream().map(ResourceDefinition::id).collect(Collectors.toSet());
        this.peers = new Peers(evaluation, facts, ids);
        this.labels = new Labels(facts);
    }

    /** Renders no more than these resources and those they refer to, for {@link #peers}. */
    void renderOnly(Set<String> wanted) {
        var needed = new HashSet<>(wanted);
        for (var resource : definition.resources().reversed()) {
            if (needed.contains(resource.id())) {
                needed.addAll(resource.dependsOn());
            }
        }
        definition.resources().stream()
                .filter(resource -> needed.contains(resource.id()))
                .forEach(this::render);
    }

    List<RenderedResource> render() {
        definition.resources().forEach(this::render);
        var opened = definition.network().stream().filter(this::isOpen).map(Definition.Opening::rule);
        var policies = new NetworkPolicies(facts, labels).of(opened.toList(), included);
        var all = new ArrayList<>(policies);
        all.addAll(rendered);
        all.sort(java.util.Comparator.comparingInt(RenderedResource::wave));
        return List.copyOf(all);
    }

    private boolean isOpen(Definition.Opening opening) {
        var when = opening.when();
        return when == null || Boolean.TRUE.equals(evaluation.value(when, Map.of()));
    }

    /** For those who ask further about the same objects. */
    Peers peers() {
        return peers;
    }

    Evaluation evaluation() {
        return evaluation;
    }

    /** Whether anything rendered depends on live objects. */
    boolean readsLive() {
        return readsLive;
    }

    boolean isIncluded(String id) {
        return included.contains(id);
    }

    private void render(ResourceDefinition resource) {
        if (!resource.includeWhen().stream().allMatch(rule -> Boolean.TRUE.equals(evaluation.value(rule, Map.of())))) {
            peers.leaveOut(resource.id());
            return;
        }
        included.add(resource.id());
        if (resource.forEach().isEmpty()) {
            var object = render(resource, "", Map.of());
            peers.add(resource.id(), object.manifest());
            return;
        }
        var objects = new ArrayList<Object>();
        for (var locals : combinations(resource)) {
            var key = locals.values().stream().map(String::valueOf).collect(Collectors.joining("-"));
            objects.add(render(resource, key, locals).manifest());
        }
        peers.add(resource.id(), objects);
    }

    private List<Map<String, Object>> combinations(ResourceDefinition resource) {
        List<Map<String, Object>> combinations = List.of(Map.of());
        for (var loop : resource.forEach()) {
            var items = evaluation.plain(evaluation.value(loop.list(), Map.of()));
            var longer = new ArrayList<Map<String, Object>>();
            for (var before : combinations) {
                for (var item : items instanceof List<?> list ? list : List.of()) {
                    var combination = new LinkedHashMap<>(before);
                    combination.put(loop.variable(), item);
                    longer.add(combination);
                }
                checkNumber(resource, longer.size());
            }
            combinations = longer;
        }
        return combinations;
    }

    private RenderedResource render(ResourceDefinition resource, String key, Map<String, Object> locals) {
        checkNumber(resource, rendered.size());
        var waitingFor = new HashSet<String>();
        var value = TemplateValues.of(
                resource.template(), expression -> value(expression, locals, waitingFor), evaluation.budget());
        var manifest = labels.put(resource.id(), Labels.map(value));
        if (waitingFor.isEmpty()) {
            var name = Labels.map(manifest.get("metadata")).getOrDefault("name", "");
            ObjectNames.check(resource.id(), name);
            distinct.add(resource, name);
        }
        var dependsOn = new HashSet<>(resource.dependsOn());
        dependsOn.retainAll(included);
        var object = new RenderedResource(
                resource.id(),
                key,
                resource.wave(),
                Set.copyOf(dependsOn),
                manifest,
                Set.copyOf(waitingFor),
                resource.deadline(),
                resource.deletionPolicy());
        rendered.add(object);
        return object;
    }

    private @Nullable Object value(Expression expression, Map<String, Object> locals, Set<String> waitingFor) {
        if (!peers.isKnown(expression)) {
            readsLive = true;
            if (liveAsSource) {
                return "${" + expression.source() + "}";
            }
        }
        try {
            return peers.value(expression, new HashMap<>(locals));
        } catch (Peers.NotThereException e) {
            waitingFor.addAll(e.ids());
            return null;
        }
    }

    private static void checkNumber(ResourceDefinition resource, int number) {
        if (number > MOST_OBJECTS) {
            throw new EvaluationException(
                    Code.X003.text(), resource.place().path(), "There would be more than 200 objects.");
        }
    }
}
