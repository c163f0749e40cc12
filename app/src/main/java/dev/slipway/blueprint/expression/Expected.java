package dev.slipway.blueprint.expression;

import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.OptionalType;

/** What the place of an expression needs. */
public enum Expected {
    ANY("any value"),
    TEXT_PART("text, a number, true or false"),
    BOOLEAN("true or false"),
    INTEGER("a whole number"),
    STRING("text"),
    LIST("a list"),
    NUMBER("a number"),
    MAPPING("a mapping");

    private final String words;

    Expected(String words) {
        this.words = words;
    }

    /** What a type of JSON Schema is; anything where there is none or several. */
    public static Expected of(String schemaType) {
        return switch (schemaType) {
            case "string" -> STRING;
            case "integer" -> INTEGER;
            case "number" -> NUMBER;
            case "boolean" -> BOOLEAN;
            case "array" -> LIST;
            case "object" -> MAPPING;
            default -> ANY;
        };
    }

    public String words() {
        return words;
    }

    public boolean accepts(CelType type) {
        var kind = type.kind();
        if (kind == CelKind.DYN || kind == CelKind.ANY) {
            return true;
        }
        return switch (this) {
            case ANY -> isPlaceable(type);
            case TEXT_PART -> isScalar(kind);
            case BOOLEAN -> kind == CelKind.BOOL;
            case INTEGER -> kind == CelKind.INT;
            case STRING -> kind == CelKind.STRING;
            case LIST -> kind == CelKind.LIST;
            case NUMBER -> kind == CelKind.INT || kind == CelKind.DOUBLE;
            case MAPPING -> kind == CelKind.MAP || kind == CelKind.STRUCT;
        };
    }

    private static boolean isScalar(CelKind kind) {
        return kind == CelKind.STRING || kind == CelKind.INT || kind == CelKind.DOUBLE || kind == CelKind.BOOL;
    }

    private static boolean isPlaceable(CelType type) {
        var kind = type.kind();
        if (type instanceof OptionalType optional) {
            return isPlaceable(optional.parameters().get(0));
        }
        return isScalar(kind)
                || kind == CelKind.LIST
                || kind == CelKind.MAP
                || kind == CelKind.STRUCT
                || kind == CelKind.NULL_TYPE
                || kind == CelKind.DYN
                || kind == CelKind.ANY
                || kind == CelKind.TYPE_PARAM;
    }
}
