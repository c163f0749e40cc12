package dev.slipway.blueprint.definition;

import dev.slipway.blueprint.Needs;
import dev.slipway.blueprint.expression.Expected;
import dev.slipway.blueprint.expression.ExpressionCompiler;
import dev.slipway.blueprint.expression.TemplateCompiler;
import dev.slipway.blueprint.source.Code;
import dev.slipway.blueprint.source.Diagnostics;
import dev.slipway.blueprint.source.Section;
import dev.slipway.blueprint.source.Suggestion;
import dev.slipway.blueprint.source.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** What a blueprint offers to people. */
final class OutputReader {

    private static final List<String> KINDS = List.of("openai", "url", "text", "secret", "reference");

    private final ExpressionCompiler expressions;
    private final Map<String, SortedMap<String, Needs.Generator>> secrets;
    private final Set<String> resources;
    private final Diagnostics diagnostics;

    OutputReader(
            ExpressionCompiler expressions,
            Map<String, SortedMap<String, Needs.Generator>> secrets,
            Set<String> resources) {
        this.expressions = expressions;
        this.secrets = secrets;
        this.resources = resources;
        this.diagnostics = expressions.diagnostics();
    }

    Map<String, Definition.Output> read(Map<String, YamlNode.Field> fields) {
        var outputs = new LinkedHashMap<String, Definition.Output>();
        fields.forEach((name, field) -> outputs.put(name, output(name, Section.of(field.value(), diagnostics))));
        return outputs;
    }

    private Definition.Output output(String name, Section section) {
        var title = section.text("title", name);
        var reference = section.section("secretRef");
        var kind = section.choice("kind", reference.isPresent() ? "secret" : "text", KINDS);
        var value = section.node("value")
                .map(node -> new TemplateCompiler(expressions).compile(node, Scopes.outputs(resources), Expected.ANY));
        if (value.isPresent() == reference.isPresent()) {
            diagnostics.error(Code.S002, section.place(), "An output has either a value or a secretRef.");
        }
        var secret = reference.map(this::secret);
        section.done();
        return new Definition.Output(title, kind, value.orElse(null), secret.orElse(null));
    }

    private Definition.SecretReference secret(Section section) {
        var secret = section.requiredText("secret");
        var key = section.requiredText("key");
        var keys = secrets.get(secret);
        if (keys == null) {
            var fix = Suggestion.nearest(secret, secrets.keySet());
            diagnostics.error(
                    Code.O001,
                    section.place("secret"),
                    "There is no secret '%s'.%s".formatted(secret, Suggestion.didYouMean(fix)),
                    fix);
        } else if (!keys.containsKey(key)) {
            var fix = Suggestion.nearest(key, keys.keySet());
            diagnostics.error(
                    Code.O001,
                    section.place("key"),
                    "The secret '%s' has no key '%s'.%s".formatted(secret, key, Suggestion.didYouMean(fix)),
                    fix);
        }
        section.done();
        return new Definition.SecretReference(secret, key);
    }
}
