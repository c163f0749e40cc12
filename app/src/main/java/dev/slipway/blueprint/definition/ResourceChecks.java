package dev.slipway.blueprint.definition;

import dev.slipway.blueprint.expression.Expression;
import dev.slipway.blueprint.expression.Shape;
import dev.slipway.blueprint.expression.Template;
import dev.slipway.blueprint.source.Code;
import dev.slipway.blueprint.source.Diagnostics;
import dev.slipway.blueprint.source.Place;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What holds for every resource, whatever its kind. */
final class ResourceChecks {

    private static final Set<String> CLAIMING =
            Set.of("replicas", "requests", "limits", "resources", "parallelism", "completions");
    private static final Set<String> ORDINARY = Set.of("cpu", "memory", "storage", "ephemeral-storage");

    private final Map<String, ResourceDefinition> resources;
    private final Map<String, Set<Shape>> guards;
    private final Diagnostics diagnostics;

    ResourceChecks(Map<String, ResourceDefinition> resources, Diagnostics diagnostics) {
        this.resources = resources;
        this.guards = resources.values().stream()
                .collect(Collectors.toMap(ResourceDefinition::id, ResourceDefinition::guard));
        this.diagnostics = diagnostics;
    }

    void check(ResourceDefinition resource) {
        checkKind(resource);
        checkMetadata(resource);
        checkGuards(resource);
        walk(resource.template(), "", false);
    }

    private void checkKind(ResourceDefinition resource) {
        var place = place(resource, "kind");
        var kind = resource.kind();
        if (kind.isEmpty() || resource.apiVersion().isEmpty()) {
            diagnostics.error(
                    Code.R007, resource.template().place(), "apiVersion and kind must be there, written as text.");
        } else if (Kinds.isClusterScoped(kind)) {
            diagnostics.error(Code.R004, place, "%s belongs to the whole cluster, not to an instance.".formatted(kind));
        } else if (!Kinds.isAllowed(resource.apiVersion(), kind)) {
            diagnostics.error(
                    Code.R003,
                    place,
                    "A blueprint may not create %s of %s.%s"
                            .formatted(kind, resource.apiVersion(), Kinds.instead(kind)));
        }
    }

    private void checkMetadata(ResourceDefinition resource) {
        var metadata = resource.template().fields().get("metadata") instanceof Template.Fields fields ? fields : null;
        var name = metadata == null ? null : metadata.fields().get("name");
        if (metadata == null || name == null) {
            diagnostics.error(Code.R007, resource.template().place(), "metadata.name is missing.");
            return;
        }
        var namespace = metadata.fields().get("namespace");
        if (namespace != null && namespace.expressions().noneMatch(read -> read.reads("metadata"))) {
            diagnostics.error(Code.R005, namespace.place(), "Slipway sets the namespace: leave it out.");
        }
        var isNothing = name instanceof Template.Literal literal && literal.value() == null;
        if (isNothing && !diagnostics.hasErrors()) {
            diagnostics.error(Code.R007, name.place(), "metadata.name is missing.");
        }
        if (isNothing) {
            return; // What stands there could not be read, if not nothing, which has been said.
        }
        for (var loop : resource.forEach()) {
            if (name.expressions().noneMatch(read -> read.reads(loop.variable()))) {
                diagnostics.error(
                        Code.R006,
                        name.place(),
                        "The name must contain '%s', or all have the same.".formatted(loop.variable()));
            }
        }
    }

    /** What refers to a resource that may be left out must be left out with it, or ask before it reads it. */
    private void checkGuards(ResourceDefinition resource) {
        var own = resource.guard();
        var reported = new HashSet<String>();
        resource.rendered()
                .forEach(expression -> expression.unguarded(guards, own).stream()
                        .filter(resources::containsKey)
                        .filter(expression::reads)
                        .filter(reported::add)
                        .forEach(reference -> diagnostics.error(
                                Code.R009,
                                expression.placeOf(reference),
                                "'%s' refers to '%s', which may be left out: give it the same includeWhen."
                                        .formatted(resource.id(), reference))));
    }

    private void walk(Template template, String key, boolean claiming) {
        var counts = claiming || CLAIMING.contains(key);
        switch (template) {
            case Template.Fields fields ->
                fields.fields().forEach((name, inner) -> {
                    checkDevice(name, inner, key);
                    walk(inner, name, counts);
                });
            case Template.Items items -> items.items().forEach(item -> walk(item, key, counts));
            case Template.Literal literal -> checkVariable(key, literal);
            case Template.Whole whole -> checkClaim(whole.expression(), counts);
            case Template.Joined joined -> joined.expressions().forEach(part -> checkClaim(part, counts));
        }
    }

    private void checkDevice(String name, Template value, String key) {
        var asked = (key.equals("limits") || key.equals("requests")) && !ORDINARY.contains(name);
        if (asked && name.contains("/")) {
            diagnostics.error(
                    Code.R011,
                    value.place(),
                    "Ask for '%s' under spec.shares and place it with shares.<name>.limits.".formatted(name));
        }
    }

    private void checkVariable(String key, Template.Literal literal) {
        if (key.equals("name") && "NVIDIA_VISIBLE_DEVICES".equals(literal.value())) {
            diagnostics.error(Code.R012, literal.place(), "NVIDIA_VISIBLE_DEVICES would show the container every GPU.");
        }
    }

    private void checkClaim(Expression expression, boolean claiming) {
        if (claiming && expression.references().stream().anyMatch(read -> resources.containsKey(read.root()))) {
            diagnostics.error(
                    Code.R008,
                    expression.place(),
                    "What is claimed must be known beforehand: it may not depend on another resource.");
        }
    }

    private static Place place(ResourceDefinition resource, String field) {
        var template = resource.template().fields().get(field);
        return template == null ? resource.place() : template.place();
    }
}
