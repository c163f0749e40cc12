package dev.slipway.blueprint.rendering;

import dev.slipway.blueprint.EvaluationException;
import dev.slipway.blueprint.ExpressionValue;
import dev.slipway.blueprint.Facts;
import dev.slipway.blueprint.definition.Definition;
import dev.slipway.blueprint.definition.ResourceDefinition;
import dev.slipway.blueprint.expression.Expression;
import dev.slipway.blueprint.expression.Template;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The values of a definition's expressions, each by itself. */
final class ExpressionValues {

    private ExpressionValues() {}

    static List<ExpressionValue> of(Definition definition, Map<String, Object> parameters, Facts facts) {
        var evaluation = new Evaluation(definition, parameters, facts);
        return expressions(definition)
                .flatMap(expression -> value(evaluation, expression).stream())
                .sorted(Comparator.comparingInt(ExpressionValue::line).thenComparingInt(ExpressionValue::column))
                .toList();
    }

    private static Stream<Expression> expressions(Definition definition) {
        return Stream.of(
                        definition.variables().values().stream().flatMap(Template::expressions),
                        definition.weights().values().stream().flatMap(Template::expressions),
                        definition.shares().values().stream().flatMap(ExpressionValues::expressions),
                        definition.resources().stream().flatMap(ResourceDefinition::rendered),
                        definition.network().stream().flatMap(opening -> Stream.ofNullable(opening.when())),
                        definition.outputs().values().stream()
                                .flatMap(output -> Stream.ofNullable(output.value()))
                                .flatMap(Template::expressions))
                .flatMap(each -> each);
    }

    private static Stream<Expression> expressions(Definition.Share share) {
        return Stream.of(share.memory(), share.count(), share.least(), share.isolation(), share.modes())
                .filter(Objects::nonNull)
                .flatMap(Template::expressions);
    }

    /** One that reads a live object, or what a loop goes through, has no one value before there is an instance. */
    private static Optional<ExpressionValue> value(Evaluation evaluation, Expression expression) {
        var place = expression.place();
        try {
            return Optional.ofNullable(evaluation.value(new Template.Whole(expression, place)))
                    .map(value -> new ExpressionValue(place.line(), place.column(), expression.source(), value));
        } catch (EvaluationException none) {
            return Optional.empty();
        }
    }
}
