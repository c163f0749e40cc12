package dev.slipway.blueprint.definition;

import dev.slipway.blueprint.DeletionPolicy;
import dev.slipway.blueprint.expression.Expression;
import dev.slipway.blueprint.expression.Shape;
import dev.slipway.blueprint.expression.Template;
import dev.slipway.blueprint.source.Place;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A declared resource.
 *
 * @param dependsOn ids of the resources that it refers to
 * @param wave one more than the highest wave of these; from 0
 */
public record ResourceDefinition(
        String id,
        Place place,
        String apiVersion,
        String kind,
        Template.Fields template,
        List<Expression> includeWhen,
        List<Loop> forEach,
        List<Condition> readyWhen,
        List<Condition> failedWhen,
        Duration deadline,
        DeletionPolicy deletionPolicy,
        Set<String> dependsOn,
        int wave) {

    /** A variable and the list it goes through. */
    public record Loop(String variable, Expression list) {}

    /** What must hold, and what to say of it; empty text where the author says nothing. */
    public record Condition(Expression rule, String message) {}

    /** All expressions that are read to render it. */
    public Stream<Expression> rendered() {
        return Stream.of(
                        template.expressions(),
                        includeWhen.stream(),
                        forEach.stream().map(Loop::list))
                .flatMap(expressions -> expressions);
    }

    /** The group of its API, which is empty for Kubernetes' first kinds. */
    public String group() {
        var slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    /** What holds wherever it is included. */
    public Set<Shape> guard() {
        return includeWhen.stream()
                .flatMap(condition -> condition.conjuncts().stream())
                .collect(Collectors.toSet());
    }

    /** The lists that the variables of the template go through. */
    Map<String, Expression> loops() {
        return forEach.stream().collect(Collectors.toMap(Loop::variable, Loop::list, (first, twice) -> first));
    }

    ResourceDefinition ordered(Set<String> before, int place) {
        return new ResourceDefinition(
                id,
                this.place,
                apiVersion,
                kind,
                template,
                includeWhen,
                forEach,
                readyWhen,
                failedWhen,
                deadline,
                deletionPolicy,
                Set.copyOf(before),
                place);
    }
}
