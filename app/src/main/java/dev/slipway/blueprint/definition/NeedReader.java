package dev.slipway.blueprint.definition;

import dev.slipway.blueprint.expression.Expected;
import dev.slipway.blueprint.expression.ExpressionCompiler;
import dev.slipway.blueprint.expression.Template;
import dev.slipway.blueprint.expression.TemplateCompiler;
import dev.slipway.blueprint.source.Code;
import dev.slipway.blueprint.source.Diagnostics;
import dev.slipway.blueprint.source.Section;
import dev.slipway.blueprint.source.YamlNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What an instance needs before it is rendered: weights and shares. */
final class NeedReader {

    private final ExpressionCompiler expressions;
    private final Diagnostics diagnostics;

    NeedReader(ExpressionCompiler expressions) {
        this.expressions = expressions;
        this.diagnostics = expressions.diagnostics();
    }

    Map<String, Template> weights(Map<String, YamlNode.Field> weights) {
        var compiler = new TemplateCompiler(expressions);
        var templates = new LinkedHashMap<String, Template>();
        weights.forEach((name, field) -> {
            var section = Section.of(field.value(), diagnostics);
            section.required("model")
                    .ifPresent(node ->
                            templates.put(name, compiler.compile(node, Scopes.facts("weights"), Expected.STRING)));
            section.done();
        });
        return templates;
    }

    Map<String, Definition.Share> shares(Map<String, YamlNode.Field> shares) {
        var compiler = new TemplateCompiler(expressions);
        var scope = Scopes.facts("shares");
        var compiled = new LinkedHashMap<String, Definition.Share>();
        shares.forEach((name, field) -> {
            var section = Section.of(field.value(), diagnostics);
            var literal = new Template.Literal(1L, field.place());
            var memory = section.required("memory").map(node -> compiler.compile(node, scope, Expected.ANY));
            var count = section.node("count").map(node -> compiler.compile(node, scope, Expected.INTEGER));
            var least = section.node("least").map(node -> compiler.compile(node, scope, Expected.INTEGER));
            var isolation = section.node("isolation").map(node -> compiler.compile(node, scope, Expected.STRING));
            var modes = section.node("modes").map(node -> compiler.compile(node, scope, Expected.LIST));
            section.done();
            var literals = new ShareLiterals(diagnostics);
            memory.ifPresent(literals::memory);
            count.ifPresent(literals::count);
            least.ifPresent(literals::count);
            isolation.ifPresent(literals::isolation);
            modes.ifPresent(literals::modes);
            compiled.put(
                    name,
                    new Definition.Share(
                            memory.orElse(literal),
                            count.orElse(literal),
                            least.orElse(null),
                            isolation.orElse(new Template.Literal("shared", field.place())),
                            modes.orElse(null)));
        });
        return compiled;
    }

    /** Says which of them no resource uses. */
    void checkUse(
            Map<String, YamlNode.Field> shares,
            Map<String, YamlNode.Field> weights,
            Map<String, ResourceDefinition> resources) {
        checkUse("shares", shares, resources);
        checkUse("weights", weights, resources);
    }

    private void checkUse(
            String root, Map<String, YamlNode.Field> declared, Map<String, ResourceDefinition> resources) {
        var used = resources.values().stream()
                .flatMap(ResourceDefinition::rendered)
                .flatMap(expression -> expression.references().stream())
                .filter(reference -> reference.root().equals(root))
                .flatMap(reference -> reference.path().stream().limit(1))
                .collect(Collectors.toSet());
        declared.forEach((name, field) -> {
            if (!used.contains(name)) {
                diagnostics.warning(Code.R010, field.place(), "No resource uses %s.%s.".formatted(root, name));
            }
        });
    }
}
