package dev.slipway.blueprint.parameters;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.slipway.blueprint.expression.Types;
import java.util.LinkedHashMap;
import java.util.Map;

/** The types that expressions see of the parameters. */
public final class SchemaTypes {

    private SchemaTypes() {}

    /** Declares the type of {@code parameters} and what lies in it. */
    public static CelType declare(Types types, ParameterSchema schema) {
        return object(types, "Parameters", schema.root());
    }

    private static CelType object(Types types, String name, Property property) {
        var fields = new LinkedHashMap<String, Types.Field>();
        property.properties()
                .forEach((field, inner) ->
                        fields.put(field, new Types.Field(type(types, name + "." + field, inner), inner.isCertain())));
        return types.declare(name, fields);
    }

    private static CelType type(Types types, String name, Property property) {
        var items = property.items();
        return switch (property.type()) {
            case "string" -> SimpleType.STRING;
            case "integer" -> SimpleType.INT;
            case "number" -> SimpleType.DOUBLE;
            case "boolean" -> SimpleType.BOOL;
            case "array" -> ListType.create(items == null ? SimpleType.DYN : type(types, name + ".items", items));
            case "object" ->
                property.properties().isEmpty()
                        ? MapType.create(SimpleType.STRING, values(types, name, property))
                        : object(types, name, property);
            default -> SimpleType.DYN;
        };
    }

    private static CelType values(Types types, String name, Property property) {
        return property.definition().get("additionalProperties") instanceof Map<?, ?> values
                ? type(types, name + ".values", new Property(name, text(values), true))
                : SimpleType.DYN;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> text(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }
}
