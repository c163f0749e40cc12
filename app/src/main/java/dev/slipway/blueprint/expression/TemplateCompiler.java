package dev.slipway.blueprint.expression;

import dev.slipway.blueprint.source.Code;
import dev.slipway.blueprint.source.Diagnostics;
import dev.slipway.blueprint.source.Place;
import dev.slipway.blueprint.source.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Reads templates out of YAML. What is wrong becomes a diagnostic and an absent value. */
public final class TemplateCompiler {

    private final ExpressionCompiler expressions;
    private final Diagnostics diagnostics;

    public TemplateCompiler(ExpressionCompiler expressions) {
        this.expressions = expressions;
        this.diagnostics = expressions.diagnostics();
    }

    public Template compile(YamlNode node, Scope scope, Expected expected) {
        return switch (node) {
            case YamlNode.Scalar scalar -> scalar(scalar, scope, expected);
            case YamlNode.Sequence sequence -> items(sequence, scope, expected);
            case YamlNode.Mapping mapping -> fields(mapping, scope, expected);
        };
    }

    /** What is nothing but an expression. */
    public Optional<Expression> expression(YamlNode node, Scope scope, Expected expected) {
        var isExpression = node.plain() instanceof String text && Interpolation.isIn(text);
        if (!isExpression) {
            diagnostics.error(
                    Code.S003,
                    node.place(),
                    "In %s must be an expression.".formatted(scope.where()),
                    Optional.of("${" + node.plain() + "}"));
            return Optional.empty();
        }
        return compile(node, scope, expected) instanceof Template.Whole whole
                ? Optional.of(whole.expression())
                : Optional.empty();
    }

    private Template items(YamlNode.Sequence sequence, Scope scope, Expected expected) {
        checkLiteral(expected, List.of(), sequence.place());
        var items = new ArrayList<Template>();
        sequence.items().forEach(item -> items.add(compile(item, scope, Expected.ANY)));
        return new Template.Items(items, sequence.place());
    }

    private Template fields(YamlNode.Mapping mapping, Scope scope, Expected expected) {
        checkLiteral(expected, mapping, mapping.place());
        var fields = new LinkedHashMap<String, Template>();
        var keys = new LinkedHashMap<String, Place>();
        mapping.fields().forEach((name, field) -> {
            var value = compile(field.value(), scope, Expected.ANY);
            if (Interpolation.isIn(name)) {
                diagnostics.error(Code.E012, field.place(), "A key cannot be computed; use merge(…) in a value.");
            } else {
                fields.put(name, value);
                keys.put(name, field.place());
            }
        });
        return new Template.Fields(fields, keys, mapping.place());
    }

    private Template scalar(YamlNode.Scalar scalar, Scope scope, Expected expected) {
        if (!(scalar.plain() instanceof String text) || !text.contains("${")) {
            checkLiteral(expected, scalar.plain(), scalar.place());
            return new Template.Literal(scalar.plain(), scalar.place());
        }
        try {
            var parts = Interpolation.split(text);
            if (parts.size() == 1 && parts.get(0) instanceof Interpolation.Code code) {
                return compile(code, scalar, scope, expected)
                        .<Template>map(expression -> new Template.Whole(expression, scalar.place()))
                        .orElse(new Template.Literal(null, scalar.place()));
            }
            checkLiteral(expected, text, scalar.place());
            return joined(parts, scalar, scope);
        } catch (Interpolation.UnclosedException e) {
            diagnostics.error(Code.E010, scalar.at().apply(e.offset()), "This expression is not closed with '}'.");
            return new Template.Literal(null, scalar.place());
        }
    }

    private Template joined(List<Interpolation.Part> parts, YamlNode.Scalar scalar, Scope scope) {
        var joined = new ArrayList<Template.Part>();
        for (var part : parts) {
            switch (part) {
                case Interpolation.Literal literal -> joined.add(new Template.Text(literal.text()));
                case Interpolation.Code code ->
                    compile(code, scalar, scope, Expected.TEXT_PART)
                            .ifPresent(expression -> joined.add(new Template.Value(expression)));
            }
        }
        if (joined.size() < parts.size()) {
            // Without what is wrong the rest would be judged as if it were the whole text.
            return new Template.Literal(null, scalar.place());
        }
        if (joined.stream().allMatch(Template.Text.class::isInstance)) {
            var text = new StringBuilder();
            joined.forEach(part -> text.append(((Template.Text) part).text()));
            return new Template.Literal(text.toString(), scalar.place());
        }
        return new Template.Joined(joined, scalar.place());
    }

    private Optional<Expression> compile(
            Interpolation.Code code, YamlNode.Scalar scalar, Scope scope, Expected expected) {
        IntFunction<Place> at = offset -> scalar.at().apply(code.offset() + offset);
        return expressions.compile(code.source(), at, scope, expected);
    }

    private void checkLiteral(Expected expected, @Nullable Object value, Place place) {
        var fits = switch (expected) {
            case ANY, TEXT_PART -> true;
            case BOOLEAN -> value instanceof Boolean;
            case INTEGER -> value instanceof Long;
            case STRING -> value instanceof String;
            case LIST -> value instanceof List<?>;
            case NUMBER -> value instanceof Number;
            case MAPPING -> value instanceof YamlNode.Mapping;
        };
        if (!fits) {
            diagnostics.error(Code.E007, place, "Here must be %s.".formatted(expected.words()));
        }
    }
}
