package dev.slipway.blueprint.rendering;

import dev.slipway.blueprint.EvaluationException;
import dev.slipway.blueprint.expression.Budget;
import dev.slipway.blueprint.expression.Expression;
import dev.slipway.blueprint.expression.Plain;
import dev.slipway.blueprint.expression.Template;
import dev.slipway.blueprint.source.Code;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts values in the place of expressions. What has no value is left out. */
final class TemplateValues {

    /** Knows the value of an expression; {@code null} for none. */
    interface Values {
        @Nullable
        Object of(Expression expression);
    }

    private TemplateValues() {}

    static @Nullable Object of(Template template, Values values, Budget budget) {
        try {
            return value(template, values, budget);
        } catch (Budget.ExceededException e) {
            throw new EvaluationException(Code.X003.text(), template.place().path(), String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable Object value(Template template, Values values, Budget budget) {
        return switch (template) {
            case Template.Literal literal -> {
                budget.node(literal.value());
                yield literal.value();
            }
            case Template.Whole whole -> Plain.of(values.of(whole.expression()), budget);
            case Template.Joined joined -> joined(joined, values, budget);
            case Template.Items items -> {
                var list = new ArrayList<Object>();
                items.items()
                        .forEach(item ->
                                Optional.ofNullable(value(item, values, budget)).ifPresent(list::add));
                yield list;
            }
            case Template.Fields fields -> {
                var map = new LinkedHashMap<String, Object>();
                fields.fields().forEach((name, field) -> {
                    var value = value(field, values, budget);
                    if (value != null) {
                        map.put(name, value);
                    }
                });
                yield map;
            }
        };
    }

    /** A text of which a part is not there yet is not there either. */
    private static @Nullable String joined(Template.Joined joined, Values values, Budget budget) {
        var text = new StringBuilder();
        for (var part : joined.parts()) {
            switch (part) {
                case Template.Text literal -> text.append(literal.text());
                case Template.Value value -> {
                    var plain = Plain.of(values.of(value.expression()), budget);
                    if (plain == null) {
                        return null;
                    }
                    if (plain instanceof Iterable<?> || plain instanceof java.util.Map<?, ?>) {
                        throw new EvaluationException(
                                Code.E009.text(),
                                joined.place().path(),
                                "'%s' gives a list or a map, which cannot be joined into text."
                                        .formatted(value.expression().source()));
                    }
                    text.append(plain);
                }
            }
        }
        var result = text.toString();
        budget.node(result);
        return result;
    }
}
