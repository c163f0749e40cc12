package dev.slipway.blueprint.definition;

import dev.cel.common.types.CelType;
import dev.slipway.blueprint.expression.ExpressionCompiler;
import dev.slipway.blueprint.source.Code;
import dev.slipway.blueprint.source.Diagnostics;
import dev.slipway.blueprint.source.Place;
import dev.slipway.blueprint.source.Section;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The resources, in the order of their references. */
final class ResourcesReader {

    private final ExpressionCompiler expressions;
    private final Function<String, CelType> types;
    private final Diagnostics diagnostics;

    /**
     * A reader of all resources.
     *
     * @param types of the objects of each, by id
     */
    ResourcesReader(ExpressionCompiler expressions, Function<String, CelType> types) {
        this.expressions = expressions;
        this.types = types;
        this.diagnostics = expressions.diagnostics();
    }

    Map<String, ResourceDefinition> read(Map<String, Section> sections) {
        var reader = new ResourceReader(expressions, sections.keySet(), types);
        var read = new LinkedHashMap<String, ResourceDefinition>();
        sections.forEach((id, section) -> reader.read(id, section).ifPresent(resource -> read.put(id, resource)));
        var references = new LinkedHashMap<String, Set<String>>();
        read.forEach((id, resource) -> references.put(
                id,
                resource.rendered()
                        .flatMap(expression -> expression.references().stream())
                        .map(reference -> reference.root())
                        .filter(read::containsKey)
                        .collect(Collectors.toCollection(LinkedHashSet::new))));
        var order = Graph.order(references, Code.R002, "Resources", id -> placeOf(read, id), diagnostics);
        var ordered = new LinkedHashMap<String, ResourceDefinition>();
        order.forEach((id, wave) -> {
            var resource = read.get(id);
            if (resource != null) {
                ordered.put(id, resource.ordered(references.getOrDefault(id, Set.of()), wave));
            }
        });
        var checks = new ResourceChecks(ordered, diagnostics);
        ordered.values().forEach(checks::check);
        SameObjects.check(read.values(), diagnostics);
        return ordered;
    }

    private static Place placeOf(Map<String, ResourceDefinition> resources, String id) {
        var resource = resources.get(id);
        return resource == null ? Place.start("") : resource.place();
    }
}
