package dev.slipway.blueprint.definition;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.slipway.blueprint.conformity.KubernetesTypes;
import dev.slipway.blueprint.conformity.TemplateCheck;
import dev.slipway.blueprint.expression.Expected;
import dev.slipway.blueprint.expression.ExpressionCompiler;
import dev.slipway.blueprint.expression.FactTypes;
import dev.slipway.blueprint.expression.TemplateCompiler;
import dev.slipway.blueprint.expression.Types;
import dev.slipway.blueprint.parameters.FormReader;
import dev.slipway.blueprint.parameters.ParameterSchema;
import dev.slipway.blueprint.parameters.SchemaReader;
import dev.slipway.blueprint.parameters.SchemaTypes;
import dev.slipway.blueprint.schema.KubernetesSchemas;
import dev.slipway.blueprint.source.Code;
import dev.slipway.blueprint.source.Diagnostics;
import dev.slipway.blueprint.source.Section;
import dev.slipway.blueprint.source.Suggestion;
import dev.slipway.blueprint.source.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a blueprint file and checks all that can be checked without parameters. */
public final class DefinitionReader {

    private final Diagnostics diagnostics;
    private final Identifiers identifiers;
    private final Types types = new Types();

    private final KubernetesSchemas schemas;

    private DefinitionReader(KubernetesSchemas schemas, Diagnostics diagnostics) {
        this.schemas = schemas;
        this.diagnostics = diagnostics;
        this.identifiers = new Identifiers(diagnostics);
    }

    /** The definition; empty when there is an error. */
    public static Optional<Definition> read(YamlNode document, KubernetesSchemas schemas, Diagnostics diagnostics) {
        var root = Section.of(document, diagnostics);
        if (!(document instanceof YamlNode.Mapping)) {
            return Optional.empty();
        }
        var definition = new DefinitionReader(schemas, diagnostics).read(root);
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
        var reader = new SpecReader(schemas.kinds(), diagnostics);
        var descriptor = reader.descriptor(name, spec, metadata);
        var schema = spec.required("parameters").flatMap(node -> SchemaReader.read(node, diagnostics));
        var form = spec.section("form");
        var presets = reader.presets(spec, schema);
        var secrets = reader.secrets(spec, identifiers);
        var variables = taken("variable", new VariableReader(diagnostics).read(spec));
        var weights = taken("weight", spec.named("weights"));
        var shares = taken("share", spec.named("shares"));
        var sections = resources(spec);
        var expressions = compiler(schema, shares, weights, secrets.keySet(), variables, sections);
        var compiled = new VariableReader(diagnostics).compile(variables, expressions, types);
        var validations = validations(spec, expressions, schema);
        var needs = new NeedReader(expressions);
        var compiledWeights = needs.weights(weights);
        var compiledShares = needs.shares(shares);
        var resources = new ResourcesReader(expressions, id -> objectType(sections.get(id))).read(sections);
        var network = new NetworkReader(resources, expressions).read(spec.section("network"));
        var outputs = new OutputReader(expressions, secrets, resources.keySet()).read(spec.named("outputs"));
        var upgrades = new UpgradeReader(expressions, schema).read(spec.section("upgrade"));
        spec.done();
        // What could not be read may well be what uses them.
        if (!diagnostics.hasErrors()) {
            needs.checkUse(shares, weights, resources);
        }
        var check = new TemplateCheck(
                schemas,
                schema.map(found -> new TemplateCheck.Parameters(found.root(), ruled(validations))),
                compiled,
                types,
                diagnostics);
        // Of a kind that is not written down or not allowed nothing more is said.
        resources.values().stream()
                .filter(resource -> Kinds.isAllowed(resource.apiVersion(), resource.kind()))
                .forEach(resource ->
                        check.check(resource.apiVersion(), resource.kind(), resource.template(), resource.loops()));
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
                upgrades,
                expressions));
    }

    /** The parameters that validations read. */
    private static Set<String> ruled(List<Definition.Validation> validations) {
        return validations.stream()
                .flatMap(validation -> validation.rule().references().stream())
                .filter(reference -> reference.root().equals("parameters"))
                .flatMap(reference -> reference.path().stream().limit(1))
                .collect(Collectors.toSet());
    }

    private Map<String, YamlNode.Field> taken(String what, Map<String, YamlNode.Field> fields) {
        fields.entrySet()
                .removeIf(entry ->
                        !identifiers.take(what, entry.getKey(), entry.getValue().place()));
        return fields;
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
        resources.forEach((id, section) -> {
            var type = objectType(section);
            roots.put(id, section.node("forEach").isPresent() ? ListType.create(type) : type);
        });
        return ExpressionCompiler.of(types, roots, diagnostics);
    }

    /** The type of the objects of a resource, as far as its kind is known. */
    private CelType objectType(@Nullable Section resource) {
        if (resource == null || !(resource.node("template").orElse(null) instanceof YamlNode.Mapping template)) {
            return SimpleType.DYN;
        }
        return schemas.find(text(template, "apiVersion"), text(template, "kind"))
                .map(schema -> KubernetesTypes.declare(types, schema))
                .orElse(SimpleType.DYN);
    }

    private static String text(YamlNode.Mapping mapping, String field) {
        return mapping.get(field).map(YamlNode::plain).map(String::valueOf).orElse("");
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
}
