package dev.slipway.blueprint.rendering;

import dev.slipway.blueprint.EvaluationException;
import dev.slipway.blueprint.definition.ResourceDefinition;
import dev.slipway.blueprint.source.Code;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Refuses the second object with the same kind and name: each would undo what the other applied. */
final class DistinctObjects {

    private final Map<List<Object>, String> made = new HashMap<>();

    void add(ResourceDefinition resource, Object name) {
        var other = made.putIfAbsent(List.of(resource.group(), resource.kind(), name), resource.id());
        if (other == null) {
            return;
        }
        var message = other.equals(resource.id())
                ? "'%s' makes the %s '%s' twice: the values of its forEach must give different names."
                        .formatted(other, resource.kind(), name)
                : "'%s' and '%s' both make the %s '%s': their names must differ."
                        .formatted(other, resource.id(), resource.kind(), name);
        throw new EvaluationException(Code.R013.text(), "spec.resources." + resource.id(), message);
    }
}
