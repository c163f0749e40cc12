package dev.slipway.blueprint.definition;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.slipway.blueprint.expression.Expected;
import dev.slipway.blueprint.expression.ExpressionCompiler;
import dev.slipway.blueprint.expression.FactTypes;
import dev.slipway.blueprint.expression.Interpolation;
import dev.slipway.blueprint.expression.Template;
import dev.slipway.blueprint.expression.TemplateCompiler;
import dev.slipway.blueprint.expression.Types;
import dev.slipway.blueprint.parameters.FormReader;
import dev.slipway.blueprint.parameters.ParameterSchema;
import dev.slipway.blueprint.parameters.SchemaReader;
import dev.slipway.blueprint.parameters.SchemaTypes;
import dev.slipway.blueprint.source.Code;
import dev.slipway.blueprint.source.Diagnostics;
import dev.slipway.blueprint.source.Place;
import dev.slipway.blueprint.source.Section;
import dev.slipway.blueprint.source.Suggestion;
import dev.slipway.blueprint.source.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a blueprint file and checks all that can be checked without parameters. */
public final class DefinitionReader {

    private final Diagnostics diagnostics;
    private final Identifiers identifiers;
    private final Types types = new Types();

    private DefinitionReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.identifiers = new Identifiers(diagnostics);
    }

    /** The definition; empty when there is an error. */
    public static Optional<Definition> read(YamlNode document, Diagnostics diagnostics) {
        var root = Section.of(document, diagnostics);
        if (!(document instanceof YamlNode.Mapping)) {
            return Optional.empty();
        }
        var definition = new DefinitionReader(diagnostics).read(root);
        return diagnostics.hasErrors() ? Optional.empty() : definition;
    }

    private Optional<Definition> read(Section root) {
        root.choice("apiVersion", "slipway.dev/v1", List.of("slipway.dev/v1"));
        root.choice("kind", "Blueprint", List.of("Blueprint"));
        root.required("apiVersion");
        root.required("kind");
        root.required("metadata");
        root.required("spec");
        var metadata = root.section("metadata");
        var spec = root.section("spec");
        root.done();
        if (metadata.isEmpty() || spec.isEmpty()) {
            return Optional.empty();
        }
        var name = metadata.get().requiredText("name");
        metadata.get().done();
        return spec(name, metadata.get(), spec.get());
    }

    private Optional<Definition> spec(String name, Section metadata, Section spec) {
        var reader = new SpecReader(diagnostics);
        var descriptor = reader.descriptor(name, spec, metadata);
        var schema = spec.required("parameters").flatMap(node -> SchemaReader.read(node, diagnostics));
        var form = spec.section("form");
        var presets = reader.presets(spec, schema);
        var secrets = reader.secrets(spec, identifiers);
        var variables = taken("variable", variables(spec));
        var weights = taken("weight", spec.named("weights"));
        var shares = taken("share", spec.named("shares"));
        var sections = resources(spec);
        var expressions = compiler(schema, shares, weights, secrets.keySet(), variables, sections);
        var compiled = variables(variables, expressions);
        var validations = validations(spec, expressions, schema);
        var compiledWeights = weights(weights, expressions);
        var compiledShares = shares(shares, expressions);
        var resources = resources(sections, expressions);
        var network = new NetworkReader(resources, expressions).read(spec.section("network"));
        var outputs = new OutputReader(expressions, secrets, resources.keySet()).read(spec.named("outputs"));
        new UpgradeReader(expressions, schema).read(spec.section("upgrade"));
        spec.done();
        checkUse(shares, weights, resources);
        return schema.map(found -> new Definition(
                descriptor,
                found,
                FormReader.read(form, found, diagnostics),
                presets,
                validations,
                compiled,
                compiledWeights,
                compiledShares,
                secrets,
                List.copyOf(resources.values()),
                network,
                outputs,
                expressions));
    }

    private Map<String, YamlNode.Field> taken(String what, Map<String, YamlNode.Field> fields) {
        fields.entrySet()
                .removeIf(entry ->
                        !identifiers.take(what, entry.getKey(), entry.getValue().place()));
        return fields;
    }

    private Map<String, YamlNode.Field> variables(Section spec) {
        var variables = new LinkedHashMap<String, YamlNode.Field>();
        for (var section : spec.sections("variables")) {
            var name = section.requiredText("name");
            section.required("value").ifPresent(value -> {
                if (variables.put(name, new YamlNode.Field(section.place("name"), value)) != null) {
                    diagnostics.error(
                            Code.S005, section.place("name"), "There are two variables called '%s'.".formatted(name));
                }
            });
            section.done();
        }
        return variables;
    }

    private Map<String, Section> resources(Section spec) {
        var sections = new LinkedHashMap<String, Section>();
        spec.required("resources");
        for (var section : spec.sections("resources")) {
            var id = section.requiredText("id");
            if (!id.isEmpty() && identifiers.take("resource", id, section.place("id"))) {
                sections.put(id, section);
            }
        }
        return sections;
    }

    private ExpressionCompiler compiler(
            Optional<ParameterSchema> schema,
            Map<String, YamlNode.Field> shares,
            Map<String, YamlNode.Field> weights,
            Set<String> secrets,
            Map<String, YamlNode.Field> variables,
            Map<String, Section> resources) {
        var roots = new LinkedHashMap<String, CelType>(
                FactTypes.declare(types, shares.keySet(), weights.keySet(), secrets, variables.keySet()));
        roots.put(
                "parameters",
                schema.map(found -> SchemaTypes.declare(types, found)).orElse(SimpleType.DYN));
        roots.put("old", SimpleType.DYN);
        resources.forEach((id, section) ->
                roots.put(id, section.node("forEach").isPresent() ? ListType.create(SimpleType.DYN) : SimpleType.DYN));
        return ExpressionCompiler.of(types, roots, diagnostics);
    }

    /** Compiled in their order, so that the type of each is known to those that refer to it. */
    private Map<String, Template> variables(Map<String, YamlNode.Field> variables, ExpressionCompiler expressions) {
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

    private List<Definition.Validation> validations(
            Section spec, ExpressionCompiler expressions, Optional<ParameterSchema> schema) {
        var compiler = new TemplateCompiler(expressions);
        var validations = new ArrayList<Definition.Validation>();
        for (var section : spec.sections("validations")) {
            var message = section.requiredText("message");
            var path = section.text("path", "");
            if (!path.isEmpty() && schema.isPresent() && schema.get().find(path) == null) {
                var fix = Suggestion.nearest(path, schema.get().names());
                diagnostics.error(
                        Code.E003,
                        section.place("path"),
                        "There is no parameter '%s'.%s".formatted(path, Suggestion.didYouMean(fix)),
                        fix);
            }
            section.required("rule")
                    .flatMap(node -> compiler.expression(node, Scopes.facts("validations"), Expected.BOOLEAN))
                    .ifPresent(rule -> validations.add(new Definition.Validation(rule, message, path)));
            section.done();
        }
        return validations;
    }

    private Map<String, Template> weights(Map<String, YamlNode.Field> weights, ExpressionCompiler expressions) {
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

    private Map<String, Definition.Share> shares(Map<String, YamlNode.Field> shares, ExpressionCompiler expressions) {
        var compiler = new TemplateCompiler(expressions);
        var scope = Scopes.facts("shares");
        var compiled = new LinkedHashMap<String, Definition.Share>();
        shares.forEach((name, field) -> {
            var section = Section.of(field.value(), diagnostics);
            var literal = new Template.Literal(1L, field.place());
            var memory = section.required("memory").map(node -> compiler.compile(node, scope, Expected.ANY));
            var count = section.node("count").map(node -> compiler.compile(node, scope, Expected.INTEGER));
            var isolation = section.node("isolation").map(node -> compiler.compile(node, scope, Expected.STRING));
            var modes = section.node("modes").map(node -> compiler.compile(node, scope, Expected.LIST));
            section.done();
            compiled.put(
                    name,
                    new Definition.Share(
                            memory.orElse(literal),
                            count.orElse(literal),
                            isolation.orElse(new Template.Literal("shared", field.place())),
                            modes.orElse(null)));
        });
        return compiled;
    }

    private Map<String, ResourceDefinition> resources(Map<String, Section> sections, ExpressionCompiler expressions) {
        var reader = new ResourceReader(expressions, sections.keySet());
        var read = new LinkedHashMap<String, ResourceDefinition>();
        sections.forEach((id, section) -> reader.read(id, section).ifPresent(resource -> read.put(id, resource)));
        var references = new LinkedHashMap<String, Set<String>>();
        read.forEach((id, resource) -> references.put(
                id,
                resource.rendered()
                        .flatMap(expression -> expression.references().stream())
                        .map(reference -> reference.root())
                        .filter(read::containsKey)
                        .collect(Collectors.toCollection(LinkedHashSet::new))));
        var order = Graph.order(references, Code.R002, "Resources", id -> placeOf(read, id), diagnostics);
        var ordered = new LinkedHashMap<String, ResourceDefinition>();
        order.forEach((id, wave) -> {
            var resource = read.get(id);
            if (resource != null) {
                ordered.put(id, resource.ordered(references.getOrDefault(id, Set.of()), wave));
            }
        });
        var checks = new ResourceChecks(ordered, diagnostics);
        ordered.values().forEach(checks::check);
        return ordered;
    }

    private static Place placeOf(Map<String, ResourceDefinition> resources, String id) {
        var resource = resources.get(id);
        return resource == null ? Place.start("") : resource.place();
    }

    private void checkUse(
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
