package dev.slipway.blueprint.parameters;

import com.networknt.schema.Error;
import dev.slipway.blueprint.source.Code;
import dev.slipway.blueprint.source.Diagnostics;
import dev.slipway.blueprint.source.Place;
import dev.slipway.blueprint.source.Suggestion;
import dev.slipway.blueprint.source.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads and checks a parameters schema. */
public final class SchemaReader {

    private static final Set<String> KEYWORDS = Set.of(
            "$defs",
            "$ref",
            "$schema",
            "$comment",
            "title",
            "description",
            "default",
            "examples",
            "deprecated",
            "readOnly",
            "writeOnly",
            "type",
            "enum",
            "const",
            "multipleOf",
            "maximum",
            "exclusiveMaximum",
            "minimum",
            "exclusiveMinimum",
            "maxLength",
            "minLength",
            "pattern",
            "maxItems",
            "minItems",
            "uniqueItems",
            "maxContains",
            "minContains",
            "maxProperties",
            "minProperties",
            "required",
            "dependentRequired",
            "dependentSchemas",
            "properties",
            "patternProperties",
            "additionalProperties",
            "propertyNames",
            "items",
            "prefixItems",
            "contains",
            "allOf",
            "anyOf",
            "oneOf",
            "not",
            "if",
            "then",
            "else",
            "format",
            "unevaluatedItems",
            "unevaluatedProperties",
            "contentEncoding",
            "contentMediaType");
    private static final Set<String> NAMED = Set.of("properties", "patternProperties", "$defs", "dependentSchemas");
    private static final Set<String> SINGLE = Set.of(
            "items",
            "additionalProperties",
            "not",
            "if",
            "then",
            "else",
            "contains",
            "propertyNames",
            "unevaluatedItems",
            "unevaluatedProperties");
    private static final Set<String> SEVERAL = Set.of("allOf", "anyOf", "oneOf", "prefixItems");

    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9_]{0,59}");

    private static final Pattern REPETITION = Pattern.compile("(\\d{1,6})\\s*\\}");
    private static final int LONGEST_PATTERN = 512;
    private static final int MOST_REPETITIONS = 5_000;

    private final YamlNode.Mapping source;
    private final Diagnostics diagnostics;

    private int repetitions;

    private SchemaReader(YamlNode.Mapping source, Diagnostics diagnostics) {
        this.source = source;
        this.diagnostics = diagnostics;
    }

    /** The schema; empty when it cannot be used, which is then said. */
    public static Optional<ParameterSchema> read(YamlNode node, Diagnostics diagnostics) {
        if (node instanceof YamlNode.Mapping mapping) {
            return new SchemaReader(mapping, diagnostics).read();
        }
        diagnostics.error(Code.S003, node.place(), "'parameters' must be a JSON Schema, which is a mapping.");
        return Optional.empty();
    }

    private Optional<ParameterSchema> read() {
        var before = diagnostics.size();
        var written = withoutNulls(source.plain());
        for (var fault : Schemas.faults(written)) {
            report(fault);
        }
        checkSchema(source);
        if (!"object".equals(written.get("type"))) {
            diagnostics.error(
                    Code.P001, source.place(), "The parameters must have type: object.", Optional.of("type: object"));
        }
        if (diagnostics.size() > before && diagnostics.hasErrors()) {
            return Optional.empty();
        }
        var inlined = Inlining.inline(source, diagnostics);
        if (diagnostics.size() > before && diagnostics.hasErrors()) {
            return Optional.empty();
        }
        var root = new Property("", inlined, true);
        checkProperties(root, List.of("properties"));
        if (source.get("properties").orElse(null) instanceof YamlNode.Mapping properties) {
            new Hints(root, diagnostics).check(properties);
        }
        return Optional.of(new ParameterSchema(written, inlined));
    }

    private void report(Error fault) {
        // Where several alternatives were tried, the one about the type of the whole says nothing to people.
        // Patterns are looked at apart.
        if (String.valueOf(fault.getEvaluationPath()).contains("anyOf/1")
                || fault.getKeyword().equals("format")) {
            return;
        }
        var steps = Schemas.steps(fault);
        diagnostics.error(
                Code.P001,
                YamlNode.find(source, steps).place(),
                "'%s' is not right in a JSON Schema: it %s."
                        .formatted(steps.isEmpty() ? "parameters" : steps.getLast(), fault.getMessage()));
    }

    private void checkSchema(YamlNode node) {
        if (!(node instanceof YamlNode.Mapping schema)) {
            return;
        }
        schema.fields().forEach((keyword, field) -> {
            if (!KEYWORDS.contains(keyword) && !keyword.startsWith("x-") && !keyword.startsWith("$")) {
                var fix = Suggestion.nearest(keyword, KEYWORDS);
                diagnostics.error(
                        Code.S001,
                        field.place(),
                        "'%s' is no keyword of JSON Schema.%s".formatted(keyword, Suggestion.didYouMean(fix)),
                        fix);
            }
            checkPattern(keyword, field.value());
            if (NAMED.contains(keyword) && field.value() instanceof YamlNode.Mapping named) {
                named.fields().values().forEach(inner -> checkSchema(inner.value()));
            } else if (SINGLE.contains(keyword)) {
                checkSchema(field.value());
            } else if (SEVERAL.contains(keyword) && field.value() instanceof YamlNode.Sequence several) {
                several.items().forEach(this::checkSchema);
            }
        });
    }

    private void checkPattern(String keyword, YamlNode value) {
        if (keyword.equals("pattern") && value.plain() instanceof String pattern) {
            checkPattern(pattern, value.place());
        }
        if (keyword.equals("patternProperties") && value instanceof YamlNode.Mapping patterns) {
            patterns.fields().forEach((pattern, field) -> checkPattern(pattern, field.place()));
        }
    }

    private void checkPattern(String pattern, Place place) {
        repetitions += REPETITION
                .matcher(pattern)
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .sum();
        if (pattern.length() > LONGEST_PATTERN || repetitions > MOST_REPETITIONS) {
            diagnostics.error(
                    Code.P008,
                    place,
                    "A pattern has at most %d characters, and all together count to at most %d in {…}."
                            .formatted(LONGEST_PATTERN, MOST_REPETITIONS));
        } else if (!Schemas.isLinear(pattern)) {
            diagnostics.error(Code.P008, place, "This pattern cannot be matched in linear time (RE2).");
        }
    }

    private void checkProperties(Property object, List<String> steps) {
        if (object.definition().get("required") instanceof List<?> required) {
            for (var name : required) {
                if (!object.properties().containsKey(String.valueOf(name))) {
                    var fix = Suggestion.nearest(
                            String.valueOf(name), object.properties().keySet());
                    diagnostics.error(
                            Code.P001,
                            YamlNode.find(source, before(steps, "required")).place(),
                            "'%s' is required but is no property.%s".formatted(name, Suggestion.didYouMean(fix)),
                            fix);
                }
            }
        }
        object.properties().forEach((name, property) -> {
            var at = step(steps, name);
            var node = YamlNode.find(source, at);
            if (!NAME.matcher(name).matches()) {
                diagnostics.error(
                        Code.S006,
                        node.place(),
                        "'%s' cannot be the name of a parameter: it has only letters, digits and _.".formatted(name));
            }
            if (steps.size() == 1 && property.text("title").isEmpty()) {
                diagnostics.warning(Code.P006, node.place(), "Parameter '%s' has no title.".formatted(name));
            }
            checkDefault(property, YamlNode.find(source, step(at, "default")));
            checkProperties(property, step(at, "properties"));
        });
    }

    private void checkDefault(Property property, YamlNode node) {
        var value = property.definition().get("default");
        if (value == null) {
            return;
        }
        var faults = Schemas.validate(Schemas.of(Choices.asEnum(property.definition())), value);
        faults.stream()
                .findFirst()
                .ifPresent(fault -> diagnostics.error(
                        Code.P002,
                        node.place(),
                        "The default does not fit: "
                                + Messages.of(fault, new Property("", Map.of("properties", Map.of()), true))
                                        .message()));
    }

    private static List<String> before(List<String> steps, String last) {
        return step(steps.subList(0, steps.size() - 1), last);
    }

    private static List<String> step(List<String> steps, String step) {
        var longer = new ArrayList<>(steps);
        longer.add(step);
        return longer;
    }

    static Map<String, Object> withoutNulls(Map<String, @Nullable Object> map) {
        var copy = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> {
            if (value != null) {
                copy.put(key, value);
            }
        });
        return copy;
    }
}
