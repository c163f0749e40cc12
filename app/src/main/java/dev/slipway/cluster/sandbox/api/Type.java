package dev.slipway.cluster.sandbox.api;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The type of a field, told as server-side apply sees it. */
public final class Type {

    /** How a value is held and merged. */
    public enum Shape {
        TEXT,
        NUMBER,
        TRUTH,
        QUANTITY,
        ANY,
        /** Fields, each merged and owned on its own. */
        FIELDS,
        /** Taken as a whole. */
        ATOMIC,
        /** A list of objects told apart by key fields. */
        KEYED_LIST,
        SET
    }

    private final Schema schema;
    private final Map<String, Object> node;
    private final String name;
    private final Shape shape;
    private final Map<String, Type> fields = new ConcurrentHashMap<>();

    Type(Schema schema, Map<String, Object> node, String name) {
        this.schema = schema;
        this.node = node;
        this.name = name;
        this.shape = shapeOf(node, name);
    }

    public Shape shape() {
        return shape;
    }

    public boolean isList() {
        return Tree.text(node, "type").equals("array");
    }

    boolean isWhole() {
        return Tree.text(node, "type").equals("integer");
    }

    /** {@code int32}, {@code byte}, {@code date-time}; empty for most. */
    String format() {
        return Tree.text(node, "format");
    }

    public boolean isObject() {
        return Tree.text(node, "type").equals("object");
    }

    public boolean isFreeForm() {
        return isObject() && node.get("properties") == null && node.get("additionalProperties") == null;
    }

    /** Null when there is no such field. */
    public @Nullable Type field(String field) {
        var known = fields.get(field);
        if (known != null) {
            return known;
        }
        var declared = Tree.at(node, "properties", field);
        var found = declared != null ? declared : node.get("additionalProperties");
        if (found == null) {
            return null;
        }
        var type = schema.of(Tree.map(found));
        fields.put(field, type);
        return type;
    }

    public Map<String, Object> properties() {
        return Tree.map(node, "properties");
    }

    public @Nullable Object defaultOf(String field) {
        return Tree.at(node, "properties", field, "default");
    }

    public List<Object> required() {
        return Tree.list(node, "required");
    }

    public Type items() {
        return schema.of(Tree.map(node, "items"));
    }

    public List<String> keys() {
        var keys = Tree.list(node, "x-kubernetes-list-map-keys");
        return keys.isEmpty()
                ? List.of(Tree.text(node, "x-kubernetes-patch-merge-key"))
                : keys.stream().map(Object::toString).toList();
    }

    private static Shape shapeOf(Map<String, Object> node, String name) {
        if (name.endsWith(".resource.Quantity")) {
            return Shape.QUANTITY;
        }
        return switch (Tree.text(node, "type")) {
            case "string" -> Shape.TEXT;
            case "integer", "number" -> Shape.NUMBER;
            case "boolean" -> Shape.TRUTH;
            case "array" -> listShape(node);
            case "object" -> objectShape(node, name);
            default -> Shape.ANY;
        };
    }

    private static Shape objectShape(Map<String, Object> node, String name) {
        var atomic = Tree.text(node, "x-kubernetes-map-type").equals("atomic") || name.endsWith(".FieldsV1");
        return atomic ? Shape.ATOMIC : Shape.FIELDS;
    }

    private static Shape listShape(Map<String, Object> node) {
        var kind = Tree.text(node, "x-kubernetes-list-type");
        if (kind.isEmpty() && Tree.text(node, "x-kubernetes-patch-strategy").startsWith("merge")) {
            kind = Tree.text(node, "x-kubernetes-patch-merge-key").isEmpty() ? "set" : "map";
        }
        return switch (kind) {
            case "map" -> Shape.KEYED_LIST;
            case "set" -> Shape.SET;
            default -> Shape.ATOMIC;
        };
    }

    @Override
    public String toString() {
        return name.isEmpty() ? shape.name() : name;
    }
}
