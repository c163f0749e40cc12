package dev.slipway.blueprint.schema;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Takes from OpenAPI v3 documents what is needed to check objects and to help while writing them. */
public final class Reduction {

    static final String REFERENCE = "#/components/schemas/";
    private static final Set<String> KEPT = Set.of(
            "$ref",
            "type",
            "format",
            "enum",
            "required",
            "minimum",
            "maximum",
            "oneOf",
            "anyOf",
            "x-kubernetes-group-version-kind",
            "x-kubernetes-int-or-string",
            "x-kubernetes-embedded-resource",
            "x-kubernetes-preserve-unknown-fields",
            "x-kubernetes-list-type",
            "x-kubernetes-list-map-keys",
            "x-kubernetes-map-type");

    private Reduction() {}

    /**
     * The definitions of these kinds and all that they refer to, by name.
     *
     * @param document as the API server answers below {@code /openapi/v3}
     * @param kinds says of {@code apps/v1/Deployment} whether it is wanted
     */
    public static SortedMap<String, Map<String, Object>> of(Map<String, Object> document, Predicate<String> kinds) {
        var definitions = Json.map(Json.map(document.get("components")).get("schemas"));
        var open = new ArrayDeque<String>();
        definitions.forEach((name, definition) -> {
            if (kinds(Json.map(definition)).stream().anyMatch(kinds)) {
                open.add(name);
            }
        });
        return followed(definitions, open);
    }

    /** Of definitions that are reduced already, those of the kinds and all that they refer to. */
    static SortedMap<String, Map<String, Object>> closure(
            Map<String, Map<String, Object>> definitions, Set<String> kinds) {
        return of(Map.of("components", Map.of("schemas", definitions)), kinds::contains);
    }

    private static SortedMap<String, Map<String, Object>> followed(
            Map<String, Object> definitions, ArrayDeque<String> open) {
        var reduced = new TreeMap<String, Map<String, Object>>();
        while (!open.isEmpty()) {
            var name = open.remove();
            // What a document refers to without having it is known from elsewhere.
            if (!reduced.containsKey(name) && definitions.containsKey(name)) {
                var definition = reduce(Json.map(definitions.get(name)));
                reduced.put(name, definition);
                references(definition, open);
            }
        }
        return reduced;
    }

    /** The kinds that a definition describes, as {@code apiVersion/kind}. */
    static List<String> kinds(Map<String, Object> definition) {
        var kinds = new ArrayList<String>();
        var isObject = Json.map(definition.get("properties")).containsKey("metadata");
        for (var entry : Json.list(definition.get("x-kubernetes-group-version-kind"))) {
            var kind = Json.map(entry);
            var group = Json.text(kind.get("group"));
            if (isObject) {
                kinds.add((group.isEmpty() ? "" : group + "/") + kind.get("version") + "/" + kind.get("kind"));
            }
        }
        return kinds;
    }

    private static void references(@Nullable Object value, ArrayDeque<String> found) {
        if (value instanceof Map<?, ?> map) {
            if (map.get("$ref") instanceof String reference) {
                found.add(reference.substring(REFERENCE.length()));
            }
            map.values().forEach(inner -> references(inner, found));
        } else if (value instanceof List<?> list) {
            list.forEach(inner -> references(inner, found));
        }
    }

    /** One schema, without what serves only other purposes; a reference that is wrapped to carry a description is unwrapped. */
    static Map<String, Object> reduce(Map<String, Object> schema) {
        var reduced = new TreeMap<String, Object>();
        Json.list(schema.get("allOf")).forEach(part -> reduced.putAll(reduce(Json.map(part))));
        schema.forEach((key, value) -> {
            if (KEPT.contains(key)) {
                reduced.put(key, value);
            }
        });
        var description = firstSentence(Json.text(schema.get("description")));
        if (!description.isEmpty()) {
            reduced.put("description", description);
        }
        var standard = schema.get("default");
        if (standard instanceof Boolean
                || standard instanceof Number
                || !Json.text(standard).isEmpty()) {
            reduced.put("default", standard);
        }
        if (schema.get("properties") instanceof Map<?, ?> properties) {
            var fields = new TreeMap<String, Object>();
            properties.forEach((name, field) -> fields.put(String.valueOf(name), reduce(Json.map(field))));
            reduced.put("properties", fields);
        }
        if (schema.get("items") instanceof Map<?, ?> items) {
            reduced.put("items", reduce(Json.map(items)));
        }
        if (schema.get("additionalProperties") instanceof Map<?, ?> values) {
            reduced.put("additionalProperties", reduce(Json.map(values)));
        }
        return new LinkedHashMap<>(reduced);
    }

    private static String firstSentence(String description) {
        var line = description.strip().lines().findFirst().orElse("");
        var end = line.indexOf(". ");
        return end < 0 ? line : line.substring(0, end + 1);
    }
}
