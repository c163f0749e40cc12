package dev.slipway.blueprint.completion;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.slipway.blueprint.expression.Dialect;
import dev.slipway.blueprint.expression.FactTypes;
import dev.slipway.blueprint.expression.Scope;
import dev.slipway.blueprint.expression.Types;
import dev.slipway.blueprint.schema.KubernetesSchemas;
import dev.slipway.blueprint.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What may be written next within <code>${…}</code>. */
final class ExpressionProposals {

    private static final Pattern CHAIN =
            Pattern.compile("([A-Za-z_]\\w*(?:\\s*\\.\\s*\\??\\s*\\w+|\\[[^\\[\\]]*\\])*)\\s*\\.\\s*(\\?)?\\s*\\w*$");
    private static final Pattern STEP = Pattern.compile("\\.\\s*\\??\\s*(\\w+)|\\[([^\\[\\]]*)\\]|^(\\w+)");
    private static final Set<String> LATER = Set.of("secrets", "shares", "weights");

    private final Outline outline;
    private final KubernetesSchemas schemas;
    private final List<String> path;
    private final boolean inBlueprint;
    private final Types types = new Types();
    private final Map<String, CelType> roots;

    ExpressionProposals(Outline outline, KubernetesSchemas schemas, List<String> path, boolean inBlueprint) {
        this.outline = outline;
        this.schemas = schemas;
        this.path = path;
        this.inBlueprint = inBlueprint;
        this.roots = FactTypes.declare(
                types,
                outline.named("shares"),
                outline.named("weights"),
                outline.named("secrets"),
                outline.variables());
    }

    /** What an expression has come to: a value of the language, an object of the cluster, or a parameter. */
    private sealed interface Value {}

    private record Typed(CelType type) implements Value {}

    private record Live(Schema schema) implements Value {}

    private record Parameters(Map<String, Object> properties) implements Value {}

    List<Proposal> after(String written) {
        var chain = CHAIN.matcher(written);
        if (!chain.find() || isWithinText(written)) {
            return isWithinText(written) ? List.of() : start();
        }
        var isOptional = chain.group(2) != null;
        var fields =
                value(chain.group(1)).map(value -> fields(value, isOptional)).orElse(List.of());
        var functions = isOptional ? Stream.<Proposal>empty() : functions(chain.group(1) + ".");
        return Stream.concat(fields.stream(), functions).toList();
    }

    private static boolean isWithinText(String written) {
        return written.chars().filter(character -> character == '\'').count() % 2 == 1;
    }

    private List<Proposal> start() {
        return Stream.concat(
                        names().stream().map(name -> Proposal.name(name, words(name))),
                        Dialect.FUNCTIONS.stream()
                                .sorted()
                                .filter(ExpressionProposals::standsAlone)
                                .map(Proposal::function))
                .toList();
    }

    private String words(String name) {
        return outline.resources().stream()
                .filter(resource -> resource.id().equals(name))
                .map(Outline.Resource::kind)
                .findFirst()
                .orElse("");
    }

    /** The names that are known where the expression stands. */
    private Set<String> names() {
        var names = new LinkedHashSet<>(List.of("parameters", "variables"));
        var section = path.size() > 1 ? path.get(1) : "";
        if (!inBlueprint) {
            names.addAll(List.of("resource", "claims", "outputs"));
            names.addAll(LATER);
        } else if (section.equals("upgrade")) {
            names = new LinkedHashSet<>(List.of("old"));
        } else if (section.equals("resources")) {
            names.addAll(inResource());
        } else if (section.equals("outputs")) {
            names.addAll(LATER);
            names.addAll(outline.resources().stream().map(Outline.Resource::id).toList());
        }
        names.addAll(Scope.FACTS.stream().sorted().toList());
        return names;
    }

    private Set<String> inResource() {
        var names = new LinkedHashSet<String>();
        var field = path.size() > 3 ? path.get(3) : "";
        var number = path.size() > 2 && path.get(2).matches("\\d{1,6}") ? Integer.parseInt(path.get(2)) : -1;
        var all = outline.resources();
        var own =
                number >= 0 && number < all.size() ? Optional.of(all.get(number)) : Optional.<Outline.Resource>empty();
        if (field.equals("template")) {
            own.ifPresent(resource -> names.addAll(resource.loops()));
            all.stream()
                    .map(Outline.Resource::id)
                    .filter(id -> own.isEmpty() || !id.equals(own.get().id()))
                    .forEach(names::add);
            names.addAll(LATER);
        } else if (field.equals("readyWhen") || field.equals("failedWhen")) {
            own.ifPresent(resource -> names.add(resource.id()));
        }
        return names;
    }

    /** Functions of a name that is no value: {@code sizing.}; and those that are called on a value. */
    private Stream<Proposal> functions(String owner) {
        var isNamespace = Dialect.FUNCTIONS.stream().anyMatch(function -> function.startsWith(owner));
        return Dialect.FUNCTIONS.stream()
                .sorted()
                .filter(function -> isNamespace ? function.startsWith(owner) : isMember(function))
                .map(function -> isNamespace ? function.substring(owner.length()) : function)
                .map(Proposal::function);
    }

    private static boolean isMember(String function) {
        return function.indexOf('.') < 0 && !ALONE.contains(function);
    }

    private static boolean standsAlone(String function) {
        return function.indexOf('.') >= 0 || ALONE.contains(function);
    }

    private static final Set<String> ALONE =
            Set.of("size", "string", "int", "double", "bool", "has", "merge", "range", "json", "digest", "dyn");

    private Optional<Value> value(String chain) {
        var steps = new ArrayList<String>();
        var matcher = STEP.matcher(chain);
        while (matcher.find()) {
            steps.add(Stream.of(matcher.group(1), matcher.group(2), matcher.group(3))
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .orElse(""));
        }
        var value = root(steps.getFirst());
        for (var step : steps.subList(1, steps.size())) {
            value = value.flatMap(found -> step(found, step));
        }
        return value;
    }

    private Optional<Value> root(String name) {
        if (name.equals("parameters") || name.equals("old")) {
            return Optional.of(new Parameters(outline.parameters()));
        }
        var type = roots.get(name);
        if (type != null) {
            return Optional.of(new Typed(type));
        }
        return outline.resources().stream()
                .filter(resource -> resource.id().equals(name))
                .findFirst()
                .flatMap(resource -> schemas.find(resource.apiVersion(), resource.kind()))
                .map(Live::new);
    }

    private Optional<Value> step(Value value, String step) {
        return switch (value) {
            case Parameters parameters -> {
                var properties = Outline.mapping(
                        Outline.mapping(parameters.properties().get(step)).get("properties"));
                yield properties.isEmpty() ? Optional.empty() : Optional.of(new Parameters(properties));
            }
            case Live live -> Shapes.step(live.schema(), step).map(Live::new);
            case Typed typed -> step(typed.type(), step).map(Typed::new);
        };
    }

    private Optional<CelType> step(CelType type, String step) {
        return switch (type) {
            case MapType map -> Optional.of(map.valueType());
            case ListType list -> Optional.of(list.elemType());
            default -> types.field(type.name(), step).map(Types.Field::type);
        };
    }

    private List<Proposal> fields(Value value, boolean isOptional) {
        return switch (value) {
            case Parameters parameters ->
                parameters.properties().entrySet().stream()
                        .map(each -> parameter(each.getKey(), Outline.mapping(each.getValue()), isOptional))
                        .toList();
            case Live live ->
                Shapes.fields(live.schema()).stream()
                        .map(field -> Proposal.name(field.label(), field.detail()))
                        .toList();
            case Typed typed ->
                types.fieldNames(typed.type().name()).stream()
                        .sorted()
                        .map(field -> Proposal.name(field, typeOf(typed.type(), field)))
                        .toList();
        };
    }

    private Proposal parameter(String name, Map<String, Object> schema, boolean isOptional) {
        var detail = Outline.text(schema.get("type"));
        var text = isOptional || outline.isCertain(name) ? name : "?" + name;
        return new Proposal(name, Proposal.Kind.NAME, detail, text);
    }

    private String typeOf(CelType owner, String field) {
        var type = types.field(owner.name(), field).map(Types.Field::type).orElse(SimpleType.DYN);
        return switch (type.name()) {
            case "string" -> "text";
            case "int" -> "whole number";
            case "bool" -> "true or false";
            case "list", "map" -> type.name();
            default -> "";
        };
    }
}
