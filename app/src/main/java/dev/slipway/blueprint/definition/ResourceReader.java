package dev.slipway.blueprint.definition;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.slipway.blueprint.DeletionPolicy;
import dev.slipway.blueprint.expression.Expected;
import dev.slipway.blueprint.expression.Expression;
import dev.slipway.blueprint.expression.ExpressionCompiler;
import dev.slipway.blueprint.expression.Scope;
import dev.slipway.blueprint.expression.Template;
import dev.slipway.blueprint.expression.TemplateCompiler;
import dev.slipway.blueprint.source.Code;
import dev.slipway.blueprint.source.Diagnostics;
import dev.slipway.blueprint.source.Section;
import dev.slipway.blueprint.source.YamlNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads one declared resource. */
final class ResourceReader {

    private static final Pattern DURATION = Pattern.compile("([1-9][0-9]{0,4})(s|m|h)");
    private static final Duration USUAL_DEADLINE = Duration.ofMinutes(15);

    private final ExpressionCompiler expressions;
    private final Set<String> ids;
    private final Function<String, CelType> types;
    private final Diagnostics diagnostics;

    ResourceReader(ExpressionCompiler expressions, Set<String> ids, Function<String, CelType> types) {
        this.expressions = expressions;
        this.ids = ids;
        this.types = types;
        this.diagnostics = expressions.diagnostics();
    }

    Optional<ResourceDefinition> read(String id, Section section) {
        section.node("id");
        var outside = new TemplateCompiler(expressions);
        var includeWhen = new ArrayList<Expression>();
        for (var node : section.items("includeWhen")) {
            outside.expression(node, Scopes.facts("includeWhen"), Expected.BOOLEAN)
                    .ifPresent(includeWhen::add);
        }
        var loops = loops(section.items("forEach"), outside);
        var locals = variables(section.items("forEach"), loops);
        var inside = new TemplateCompiler(expressions.with(locals));
        var others = new HashSet<>(ids);
        others.remove(id);
        var template = section.required("template")
                .map(node -> inside.compile(node, Scopes.template(others, locals.keySet()), Expected.ANY));
        // readyWhen and failedWhen see one object, also of a resource that stands for several.
        var own = new TemplateCompiler(
                section.node("forEach").isEmpty() ? expressions : expressions.with(Map.of(id, types.apply(id))));
        var readyWhen = conditions(section.items("readyWhen"), own, Scopes.own("readyWhen", id));
        var failedWhen = conditions(section.items("failedWhen"), own, Scopes.own("failedWhen", id));
        var deadline = deadline(section);
        var policy = section.choice("deletionPolicy", "Delete", List.of("Delete", "Retain"));
        section.done();
        if (template.isEmpty() || !(template.get() instanceof Template.Fields fields)) {
            template.ifPresent(found ->
                    diagnostics.error(Code.S003, found.place(), "A template is a mapping: a Kubernetes object."));
            return Optional.empty();
        }
        return Optional.of(new ResourceDefinition(
                id,
                section.place("id"),
                text(fields, "apiVersion"),
                text(fields, "kind"),
                fields,
                includeWhen,
                loops,
                readyWhen,
                failedWhen,
                deadline,
                policy.equals("Retain") ? DeletionPolicy.RETAIN : DeletionPolicy.DELETE,
                Set.of(),
                0));
    }

    private List<ResourceDefinition.Loop> loops(List<YamlNode> nodes, TemplateCompiler compiler) {
        var loops = new ArrayList<ResourceDefinition.Loop>();
        for (var node : nodes) {
            if (!(node instanceof YamlNode.Mapping mapping) || mapping.fields().size() != 1) {
                diagnostics.error(Code.S003, node.place(), "An entry of forEach names one variable and its list.");
                continue;
            }
            mapping.fields().forEach((name, field) -> {
                if (Identifiers.ROOTS.contains(name) || ids.contains(name)) {
                    diagnostics.error(Code.S006, field.place(), "'%s' means something else already.".formatted(name));
                } else {
                    compiler.expression(field.value(), Scopes.facts("forEach"), Expected.LIST)
                            .ifPresent(list -> loops.add(new ResourceDefinition.Loop(name, list)));
                }
            });
        }
        return loops;
    }

    /** The types of all variables; of one whose list is wrong, which has been said, any. */
    private static Map<String, CelType> variables(List<YamlNode> nodes, List<ResourceDefinition.Loop> loops) {
        var variables = new LinkedHashMap<String, CelType>();
        nodes.stream()
                .flatMap(node ->
                        node instanceof YamlNode.Mapping mapping ? mapping.fields().keySet().stream() : Stream.of())
                .forEach(name -> variables.put(name, SimpleType.DYN));
        loops.stream()
                .filter(loop -> loop.list().type() instanceof ListType)
                .forEach(loop ->
                        variables.put(loop.variable(), ((ListType) loop.list().type()).elemType()));
        return variables;
    }

    private List<ResourceDefinition.Condition> conditions(
            List<YamlNode> nodes, TemplateCompiler compiler, Scope scope) {
        var conditions = new ArrayList<ResourceDefinition.Condition>();
        for (var node : nodes) {
            if (node instanceof YamlNode.Mapping) {
                var section = Section.of(node, diagnostics);
                var message = section.requiredText("message");
                section.required("rule")
                        .flatMap(rule -> compiler.expression(rule, scope, Expected.BOOLEAN))
                        .ifPresent(rule -> conditions.add(new ResourceDefinition.Condition(rule, message)));
                section.done();
            } else {
                compiler.expression(node, scope, Expected.BOOLEAN)
                        .ifPresent(rule -> conditions.add(new ResourceDefinition.Condition(rule, "")));
            }
        }
        return conditions;
    }

    private Duration deadline(Section section) {
        var text = section.text("deadline");
        if (text.isEmpty()) {
            return USUAL_DEADLINE;
        }
        var form = DURATION.matcher(text.get());
        if (!form.matches()) {
            diagnostics.error(Code.S004, section.place("deadline"), "A deadline looks like 90s, 20m or 4h.");
            return USUAL_DEADLINE;
        }
        var number = Long.parseLong(form.group(1));
        return switch (form.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }

    private static String text(Template.Fields fields, String name) {
        return fields.fields().get(name) instanceof Template.Literal literal && literal.value() instanceof String text
                ? text
                : "";
    }
}
