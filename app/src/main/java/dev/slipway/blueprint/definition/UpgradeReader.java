package dev.slipway.blueprint.definition;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.OptionalType;
import dev.cel.common.types.SimpleType;
import dev.slipway.blueprint.expression.Expected;
import dev.slipway.blueprint.expression.ExpressionCompiler;
import dev.slipway.blueprint.expression.Problems;
import dev.slipway.blueprint.expression.Template;
import dev.slipway.blueprint.expression.TemplateCompiler;
import dev.slipway.blueprint.parameters.ParameterSchema;
import dev.slipway.blueprint.source.Code;
import dev.slipway.blueprint.source.Diagnostics;
import dev.slipway.blueprint.source.Place;
import dev.slipway.blueprint.source.Section;
import dev.slipway.blueprint.source.Suggestion;
import dev.slipway.blueprint.source.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads how parameters of older versions become those of this one. What {@code old} has is not known here. */
final class UpgradeReader {

    /** The library takes what it understands of a range and leaves out the rest. */
    private static final Pattern RANGE = range();

    private final ExpressionCompiler expressions;
    private final Diagnostics diagnostics;
    private final Optional<ParameterSchema> schema;

    UpgradeReader(ExpressionCompiler expressions, Optional<ParameterSchema> schema) {
        this.expressions = expressions;
        this.diagnostics = expressions.diagnostics();
        this.schema = schema;
    }

    private static Pattern range() {
        var version = "\\d+(\\.(\\d+|[xX*])){0,2}(-[0-9A-Za-z.-]+)?";
        var bound = "([<>]=?|[=^~])? ?" + version;
        var all = "(%s( %s)*|%s - %s|\\*)".formatted(bound, bound, version, version);
        return Pattern.compile("%s( ?\\|\\| ?%s)*".formatted(all, all));
    }

    List<Definition.Upgrade> read(Optional<Section> upgrade) {
        var steps = new ArrayList<Definition.Upgrade>();
        upgrade.ifPresent(section -> {
            section.sections("from").forEach(step -> steps.add(step(step)));
            section.done();
        });
        return List.copyOf(steps);
    }

    private Definition.Upgrade step(Section step) {
        var range = step.requiredText("version");
        if (!range.isEmpty() && !RANGE.matcher(range).matches()) {
            diagnostics.error(
                    Code.S004,
                    step.place("version"),
                    "'%s' is no range of versions like '<1.3.0' or '>=1.0.0 <2.0.0'.".formatted(range));
        }
        var note = step.text("note", "");
        var set = new LinkedHashMap<String, Template>();
        step.named("set").forEach((name, field) -> set.put(name, parameter(name, field)));
        step.done();
        return new Definition.Upgrade(range, set, note);
    }

    private Template parameter(String name, YamlNode.Field field) {
        var before = diagnostics.size();
        if (schema.isPresent() && !schema.get().names().contains(name)) {
            var fix = Suggestion.nearest(name, schema.get().names());
            diagnostics.error(
                    Code.E003,
                    field.place(),
                    "There is no parameter '%s'.%s".formatted(name, Suggestion.didYouMean(fix)),
                    fix);
        }
        var value = new TemplateCompiler(expressions).compile(field.value(), Scopes.upgrade(), Expected.ANY);
        if (diagnostics.size() == before) {
            schema.ifPresent(found -> checkFits(name, field.value(), value, found));
        }
        return value;
    }

    private void checkFits(String name, YamlNode written, Template value, ParameterSchema schema) {
        var property = schema.find(name);
        if (property == null) {
            return;
        }
        if (value.expressions().findAny().isEmpty()) {
            checkWritten(name, written, schema);
            return;
        }
        var expected = Expected.of(property.type());
        var type = type(value);
        if (!expected.accepts(type)) {
            diagnostics.error(
                    Code.E007,
                    place(value),
                    "'%s' is %s, not %s.".formatted(name, expected.words(), Problems.words(type)));
        }
    }

    private void checkWritten(String name, YamlNode written, ParameterSchema schema) {
        var plain = written.plain();
        if (plain == null) {
            return;
        }
        schema.validate(schema.complete(Map.of(name, plain))).stream()
                .filter(error -> error.path().split("\\.")[0].equals(name))
                .findFirst()
                .ifPresent(error -> diagnostics.error(
                        Code.P007, written.place(), "What the upgrade sets does not fit: " + error.message()));
    }

    /** What may be absent leaves the parameter to its default. */
    private static CelType type(Template value) {
        return switch (value) {
            case Template.Whole whole ->
                whole.expression().type() instanceof OptionalType optional
                        ? optional.parameters().get(0)
                        : whole.expression().type();
            case Template.Joined ignored -> SimpleType.STRING;
            case Template.Items ignored -> ListType.create(SimpleType.DYN);
            case Template.Fields ignored -> MapType.create(SimpleType.STRING, SimpleType.DYN);
            case Template.Literal ignored -> SimpleType.DYN;
        };
    }

    private static Place place(Template value) {
        return value instanceof Template.Whole whole ? whole.expression().place() : value.place();
    }
}
