package dev.slipway.blueprint.definition;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.slipway.blueprint.expression.Expected;
import dev.slipway.blueprint.expression.ExpressionCompiler;
import dev.slipway.blueprint.expression.Interpolation;
import dev.slipway.blueprint.expression.Template;
import dev.slipway.blueprint.expression.TemplateCompiler;
import dev.slipway.blueprint.expression.Types;
import dev.slipway.blueprint.source.Code;
import dev.slipway.blueprint.source.Diagnostics;
import dev.slipway.blueprint.source.Place;
import dev.slipway.blueprint.source.Section;
import dev.slipway.blueprint.source.YamlNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The variables: read, put in their order, compiled. */
final class VariableReader {

    private final Diagnostics diagnostics;

    VariableReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    Map<String, YamlNode.Field> read(Section spec) {
        var variables = new LinkedHashMap<String, YamlNode.Field>();
        for (var section : spec.sections("variables")) {
            var name = section.requiredText("name");
            section.required("value").ifPresent(value -> {
                if (!name.isEmpty() && variables.put(name, new YamlNode.Field(section.place("name"), value)) != null) {
                    diagnostics.error(
                            Code.S005, section.place("name"), "There are two variables called '%s'.".formatted(name));
                }
            });
            section.done();
        }
        return variables;
    }

    /** Compiled in their order, so that the type of each is known to those that refer to it. */
    Map<String, Template> compile(Map<String, YamlNode.Field> variables, ExpressionCompiler expressions, Types types) {
        var references = new LinkedHashMap<String, Set<String>>();
        variables.forEach((name, field) -> references.put(name, variablesIn(field.value(), expressions)));
        var order = Graph.order(references, Code.R001, "Variables", name -> place(variables, name), diagnostics);
        var templates = new LinkedHashMap<String, Template>();
        var compiler = new TemplateCompiler(expressions);
        for (var name : order.keySet()) {
            var field = variables.get(name);
            if (field != null) {
                var template = compiler.compile(field.value(), Scopes.facts("variables"), Expected.ANY);
                types.refine("Variables", name, type(template));
                templates.put(name, template);
            }
        }
        return templates;
    }

    private static Place place(Map<String, YamlNode.Field> fields, String name) {
        var field = fields.get(name);
        return field == null ? Place.start("") : field.place();
    }

    private static Set<String> variablesIn(YamlNode node, ExpressionCompiler expressions) {
        return switch (node) {
            case YamlNode.Mapping mapping ->
                mapping.fields().values().stream()
                        .flatMap(field -> variablesIn(field.value(), expressions).stream())
                        .collect(Collectors.toSet());
            case YamlNode.Sequence sequence ->
                sequence.items().stream()
                        .flatMap(item -> variablesIn(item, expressions).stream())
                        .collect(Collectors.toSet());
            case YamlNode.Scalar scalar ->
                scalar.plain() instanceof String text ? variablesIn(text, expressions) : Set.of();
        };
    }

    private static Set<String> variablesIn(String text, ExpressionCompiler expressions) {
        try {
            var found = new HashSet<String>();
            for (var part : Interpolation.split(text)) {
                if (part instanceof Interpolation.Code code) {
                    found.addAll(expressions.variablesIn(code.source()));
                }
            }
            return found;
        } catch (Interpolation.UnclosedException e) {
            return Set.of();
        }
    }

    private static CelType type(Template template) {
        return switch (template) {
            case Template.Whole whole -> whole.expression().type();
            case Template.Joined ignored -> SimpleType.STRING;
            case Template.Items ignored -> ListType.create(SimpleType.DYN);
            case Template.Fields ignored -> MapType.create(SimpleType.STRING, SimpleType.DYN);
            case Template.Literal literal -> literalType(literal);
        };
    }

    private static CelType literalType(Template.Literal literal) {
        var value = literal.value();
        if (value instanceof String) {
            return SimpleType.STRING;
        }
        if (value instanceof Long) {
            return SimpleType.INT;
        }
        if (value instanceof Double) {
            return SimpleType.DOUBLE;
        }
        return value instanceof Boolean ? SimpleType.BOOL : SimpleType.DYN;
    }
}
