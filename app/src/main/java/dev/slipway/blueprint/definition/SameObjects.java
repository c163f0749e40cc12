package dev.slipway.blueprint.definition;

import dev.slipway.blueprint.expression.Template;
import dev.slipway.blueprint.source.Code;
import dev.slipway.blueprint.source.Diagnostics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds resources that make the same object, each of which would undo what the other applied. */
final class SameObjects {

    private SameObjects() {}

    /** Says it at the name of the later one in the file. What only values tell is seen when rendering. */
    static void check(Collection<ResourceDefinition> resources, Diagnostics diagnostics) {
        var before = new ArrayList<Made>();
        for (var resource : resources) {
            var name = name(resource);
            if (name == null || resource.kind().isEmpty() || parts(name).isEmpty()) {
                continue;
            }
            var made = new Made(resource, parts(name));
            before.stream()
                    .filter(made::isAlso)
                    .findFirst()
                    .ifPresent(other -> diagnostics.error(
                            Code.R013,
                            name.place(),
                            "'%s' makes the same %s as '%s': give it another name."
                                    .formatted(
                                            resource.id(),
                                            resource.kind(),
                                            other.resource().id())));
            before.add(made);
        }
    }

    private record Made(ResourceDefinition resource, List<Object> name) {

        boolean isAlso(Made other) {
            return resource.kind().equals(other.resource.kind())
                    && resource.group().equals(other.resource.group())
                    && name.equals(other.name)
                    && loops(resource).equals(loops(other.resource))
                    && mayBothBe(resource, other.resource);
        }
    }

    /** Whether one is always there when the other is; of others it may be that one stands in for the other. */
    private static boolean mayBothBe(ResourceDefinition left, ResourceDefinition right) {
        var one = left.guard();
        var other = right.guard();
        return one.containsAll(other) || other.containsAll(one);
    }

    private static List<Object> loops(ResourceDefinition resource) {
        return resource.forEach().stream()
                .<Object>map(loop -> List.of(loop.variable(), loop.list().shape()))
                .toList();
    }

    private static @Nullable Template name(ResourceDefinition resource) {
        return resource.template().fields().get("metadata") instanceof Template.Fields metadata
                ? metadata.fields().get("name")
                : null;
    }

    /** What the name says; empty where it could not be read, which has been said. */
    private static List<Object> parts(Template name) {
        return switch (name) {
            case Template.Literal literal ->
                Stream.ofNullable(literal.value()).<Object>map(value -> value).toList();
            case Template.Whole whole -> List.of(whole.expression().shape());
            case Template.Joined joined ->
                joined.parts().stream().map(SameObjects::part).toList();
            case Template.Items ignored -> List.of();
            case Template.Fields ignored -> List.of();
        };
    }

    private static Object part(Template.Part part) {
        return switch (part) {
            case Template.Text text -> text.text();
            case Template.Value value -> value.expression().shape();
        };
    }
}
