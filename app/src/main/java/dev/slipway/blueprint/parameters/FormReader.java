package dev.slipway.blueprint.parameters;

import dev.slipway.blueprint.Form;
import dev.slipway.blueprint.FormField;
import dev.slipway.blueprint.source.Code;
import dev.slipway.blueprint.source.Diagnostics;
import dev.slipway.blueprint.source.Section;
import dev.slipway.blueprint.source.Suggestion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds the form from the parameters schema and the author's steps. */
public final class FormReader {

    private FormReader() {}

    public static Form read(Optional<Section> form, ParameterSchema schema, Diagnostics diagnostics) {
        var left = new LinkedHashSet<>(schema.names());
        var steps = new ArrayList<Form.Step>();
        var before = diagnostics.size();
        form.ifPresent(section -> {
            for (var step : section.sections("steps")) {
                steps.add(step(step, schema, left, diagnostics));
            }
            section.done();
            for (var name : diagnostics.size() > before ? Set.<String>of() : left) {
                diagnostics.warning(
                        Code.P005, section.place(), "Parameter '%s' stands in no step of the form.".formatted(name));
            }
        });
        if (!left.isEmpty()) {
            var rest = left.stream().map(name -> field(schema, name)).toList();
            steps.add(new Form.Step(steps.isEmpty() ? "Parameters" : "More", rest));
        }
        return new Form(List.copyOf(steps));
    }

    private static Form.Step step(Section step, ParameterSchema schema, Set<String> left, Diagnostics diagnostics) {
        var fields = new ArrayList<FormField>();
        var title = step.requiredText("title");
        for (var node : step.items("fields")) {
            step.text(node).ifPresent(name -> {
                if (!schema.names().contains(name)) {
                    var fix = Suggestion.nearest(name, schema.names());
                    diagnostics.error(
                            Code.P004,
                            node.place(),
                            "There is no parameter '%s'.%s".formatted(name, Suggestion.didYouMean(fix)),
                            fix);
                } else if (left.remove(name)) {
                    fields.add(field(schema, name));
                } else {
                    diagnostics.error(Code.S005, node.place(), "'%s' stands in the form twice.".formatted(name));
                }
            });
        }
        step.done();
        return new Form.Step(title, List.copyOf(fields));
    }

    private static FormField field(ParameterSchema schema, String name) {
        var property = schema.root().properties().get(name);
        if (property == null) {
            throw new IllegalArgumentException("no parameter " + name);
        }
        var step = number(property, "multipleOf");
        return new FormField(
                name,
                property.title(),
                property.text("description").orElse(""),
                type(property),
                Choices.of(property.definition()).stream()
                        .map(Choices.Allowed::choice)
                        .toList(),
                property.required(),
                property.definition().get("default"),
                number(property, "minimum"),
                number(property, "maximum"),
                step == null && property.type().equals("integer") ? BigDecimal.ONE : step,
                whole(property, "minLength"),
                whole(property, "maxLength"),
                property.text("pattern").orElse(null),
                property.text("x-pattern-message").orElse(null),
                property.text("format").orElse(null),
                property.text("x-placeholder").orElse(null),
                property.text("x-source").orElse(null),
                property.map("x-filter"),
                property.text("x-widget").orElse(null),
                property.text("x-unit").orElse(null),
                Boolean.TRUE.equals(property.definition().get("x-advanced")),
                property.map("x-when"));
    }

    private static FormField.Type type(Property property) {
        return switch (property.type()) {
            case "string" -> FormField.Type.STRING;
            case "integer" -> FormField.Type.INTEGER;
            case "number" -> FormField.Type.NUMBER;
            case "boolean" -> FormField.Type.BOOLEAN;
            case "array" -> FormField.Type.LIST;
            default -> FormField.Type.OBJECT;
        };
    }

    private static @Nullable BigDecimal number(Property property, String keyword) {
        return property.definition().get(keyword) instanceof Number number
                ? new BigDecimal(String.valueOf(number))
                : null;
    }

    private static @Nullable Integer whole(Property property, String keyword) {
        return property.definition().get(keyword) instanceof Long number ? Math.toIntExact(number) : null;
    }
}
