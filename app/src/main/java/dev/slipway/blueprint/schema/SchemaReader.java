package dev.slipway.blueprint.schema;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads reduced definitions; a definition that contains itself ends in {@link Schema.Anything}. */
final class SchemaReader {

    private static final String AMOUNT = "io.k8s.apimachinery.pkg.api.resource.Quantity";

    private final Map<String, Map<String, Object>> definitions;
    private final Map<String, Schema> known = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    SchemaReader(Map<String, Map<String, Object>> definitions) {
        this.definitions = definitions;
    }

    Schema definition(String name) {
        var found = known.get(name);
        if (found != null) {
            return found;
        }
        var definition = definitions.get(name);
        if (definition == null || !open.add(name)) {
            return new Schema.Anything("");
        }
        var read = name.equals(AMOUNT) ? new Schema.Amount(description(definition)) : read(name, definition);
        open.remove(name);
        known.put(name, read);
        return read;
    }

    private Schema read(String name, Map<String, Object> schema) {
        var description = description(schema);
        if (schema.get("$ref") instanceof String reference) {
            return described(definition(reference.substring(Reduction.REFERENCE.length())), description);
        }
        var isWholeOrText = Boolean.TRUE.equals(schema.get("x-kubernetes-int-or-string"))
                || "int-or-string".equals(schema.get("format"));
        if (isWholeOrText) {
            return new Schema.WholeOrText(description);
        }
        return switch (Json.text(schema.get("type"))) {
            case "string" ->
                new Schema.Text(description, Json.texts(schema.get("enum")), Json.text(schema.get("format")));
            case "integer" -> whole(schema, description);
            case "number" -> new Schema.Decimal(description);
            case "boolean" -> new Schema.Truth(description);
            case "array" -> items(name, schema, description);
            case "object" -> object(name, schema, description);
            default -> new Schema.Anything(description);
        };
    }

    private static Schema whole(Map<String, Object> schema, String description) {
        var isSmall = "int32".equals(schema.get("format"));
        var least = schema.get("minimum") instanceof Number number ? number.longValue() : Long.MIN_VALUE;
        var most = schema.get("maximum") instanceof Number number ? number.longValue() : Long.MAX_VALUE;
        return new Schema.Whole(
                description,
                isSmall ? Math.max(least, Integer.MIN_VALUE) : least,
                isSmall ? Math.min(most, Integer.MAX_VALUE) : most);
    }

    private Schema items(String name, Map<String, Object> schema, String description) {
        var uniqueness = switch (Json.text(schema.get("x-kubernetes-list-type"))) {
            case "map" -> Schema.Uniqueness.BY_KEYS;
            case "set" -> Schema.Uniqueness.WHOLE_ITEMS;
            default -> Schema.Uniqueness.NONE;
        };
        return new Schema.Items(
                description,
                read(name + ".items", Json.map(schema.get("items"))),
                uniqueness,
                Json.texts(schema.get("x-kubernetes-list-map-keys")));
    }

    private Schema object(String name, Map<String, Object> schema, String description) {
        var properties = Json.map(schema.get("properties"));
        var isOpen = Boolean.TRUE.equals(schema.get("x-kubernetes-preserve-unknown-fields"))
                || Boolean.TRUE.equals(schema.get("x-kubernetes-embedded-resource"));
        if (properties.isEmpty()) {
            var values = schema.get("additionalProperties");
            return new Schema.Entries(
                    description,
                    values instanceof Map<?, ?> map ? read(name + ".values", Json.map(map)) : new Schema.Anything(""));
        }
        var fields = new LinkedHashMap<String, Schema>();
        var defaulted = new TreeSet<String>();
        properties.forEach((field, inner) -> {
            fields.put(field, read(name + "." + field, Json.map(inner)));
            if (Json.map(inner).containsKey("default")) {
                defaulted.add(field);
            }
        });
        return new Schema.Fields(
                name, description, fields, new TreeSet<>(Json.texts(schema.get("required"))), defaulted, isOpen);
    }

    /** What a field says of itself counts more than what its type says. */
    private static Schema described(Schema schema, String description) {
        if (description.isEmpty()) {
            return schema;
        }
        return switch (schema) {
            case Schema.Text text -> new Schema.Text(description, text.choices(), text.format());
            case Schema.Whole whole -> new Schema.Whole(description, whole.least(), whole.most());
            case Schema.Decimal ignored -> new Schema.Decimal(description);
            case Schema.Truth ignored -> new Schema.Truth(description);
            case Schema.WholeOrText ignored -> new Schema.WholeOrText(description);
            case Schema.Amount ignored -> new Schema.Amount(description);
            case Schema.Items items -> new Schema.Items(description, items.item(), items.uniqueness(), items.keys());
            case Schema.Entries entries -> new Schema.Entries(description, entries.value());
            case Schema.Fields fields ->
                new Schema.Fields(
                        fields.name(),
                        description,
                        fields.fields(),
                        fields.required(),
                        fields.defaulted(),
                        fields.open());
            case Schema.Anything ignored -> new Schema.Anything(description);
        };
    }

    private static String description(Map<String, Object> schema) {
        return Json.text(schema.get("description"));
    }
}
