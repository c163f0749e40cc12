package dev.slipway.blueprint.definition;

import dev.slipway.blueprint.expression.Expected;
import dev.slipway.blueprint.expression.ExpressionCompiler;
import dev.slipway.blueprint.expression.TemplateCompiler;
import dev.slipway.blueprint.parameters.ParameterSchema;
import dev.slipway.blueprint.source.Code;
import dev.slipway.blueprint.source.Section;
import dev.slipway.blueprint.source.Suggestion;
import java.util.Optional;

/** Checks how parameters of older versions become those of this one. */
final class UpgradeReader {

    private final ExpressionCompiler expressions;
    private final Optional<ParameterSchema> schema;

    UpgradeReader(ExpressionCompiler expressions, Optional<ParameterSchema> schema) {
        this.expressions = expressions;
        this.schema = schema;
    }

    void read(Optional<Section> upgrade) {
        upgrade.ifPresent(section -> {
            section.sections("from").forEach(this::step);
            section.done();
        });
    }

    private void step(Section step) {
        var compiler = new TemplateCompiler(expressions);
        step.requiredText("version");
        step.text("note", "");
        step.named("set").forEach((name, field) -> {
            if (schema.isPresent() && !schema.get().names().contains(name)) {
                var fix = Suggestion.nearest(name, schema.get().names());
                expressions
                        .diagnostics()
                        .error(
                                Code.E003,
                                field.place(),
                                "There is no parameter '%s'.%s".formatted(name, Suggestion.didYouMean(fix)),
                                fix);
            }
            compiler.compile(field.value(), Scopes.upgrade(), Expected.ANY);
        });
        step.done();
    }
}
