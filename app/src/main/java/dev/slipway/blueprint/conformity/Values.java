package dev.slipway.blueprint.conformity;

import dev.cel.common.types.SimpleType;
import dev.slipway.blueprint.expression.Expression;
import dev.slipway.blueprint.expression.Template;
import dev.slipway.blueprint.expression.Types;
import dev.slipway.blueprint.source.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads templates as values. */
final class Values {

    private final Map<String, Template> variables;
    private final Types types;
    private final boolean broken;

    /**
     * Values of one blueprint.
     *
     * @param broken whether some expressions are wrong, and stand as {@code null} in the templates
     */
    Values(Map<String, Template> variables, Types types, boolean broken) {
        this.variables = variables;
        this.types = types;
        this.broken = broken;
    }

    Value of(Template template) {
        return of(template, null, 0);
    }

    /**
     * The value of a template.
     *
     * @param from where it is read, when that is not where it stands
     * @param depth how many variables lie between
     */
    Value of(Template template, @Nullable Place from, int depth) {
        var place = from == null ? template.place() : from;
        return switch (template) {
            case Template.Literal literal ->
                broken && literal.value() == null
                        ? new Value.Typed(SimpleType.DYN, place)
                        : new Value.Written(literal.value(), place);
            case Template.Whole whole -> value(whole.expression(), from, depth);
            case Template.Joined joined -> joined(joined, place, from, depth);
            case Template.Items items ->
                new Value.Sequence(
                        items.items().stream()
                                .map(item -> of(item, from, depth))
                                .toList(),
                        true,
                        place);
            case Template.Fields fields -> {
                var members = new LinkedHashMap<String, Value.Member>();
                fields.fields().forEach((name, field) -> {
                    var key = from == null ? fields.keys().getOrDefault(name, field.place()) : from;
                    members.put(name, new Value.Member(key, of(field, from, depth)));
                });
                yield new Value.Structure(members, true, place);
            }
        };
    }

    private Value joined(Template.Joined joined, Place place, @Nullable Place from, int depth) {
        var parts = new ArrayList<Value>();
        for (var part : joined.parts()) {
            parts.add(
                    switch (part) {
                        case Template.Text text -> new Value.Written(text.text(), place);
                        case Template.Value value -> value(value.expression(), from, depth);
                    });
        }
        return Texts.join(parts, place);
    }

    private Value value(Expression expression, @Nullable Place from, int depth) {
        return new ExpressionValues(expression, this, from, depth)
                .of(expression.tree().getExpr());
    }

    @Nullable
    Template variable(String name) {
        return variables.get(name);
    }

    Types types() {
        return types;
    }

    static Value text(Place place) {
        return new Value.Typed(SimpleType.STRING, place);
    }
}
