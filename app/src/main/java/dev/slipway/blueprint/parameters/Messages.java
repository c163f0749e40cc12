package dev.slipway.blueprint.parameters;

import com.networknt.schema.Error;
import dev.slipway.blueprint.FieldError;
import dev.slipway.blueprint.source.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says in plain words what is wrong with a parameter. */
final class Messages {

    private static final Map<String, String> TYPES = Map.of(
            "integer", "a whole number",
            "number", "a number",
            "string", "text",
            "boolean", "on or off",
            "array", "a list",
            "object", "a group of values");
    private static final Map<String, String> FORMATS = Map.of(
            "email", "an e-mail address",
            "uri", "a web address",
            "hostname", "a host name",
            "date", "a date like 2026-11-30",
            "date-time", "a time like 2026-11-30T12:00:00Z",
            "ipv4", "an IPv4 address",
            "ipv6", "an IPv6 address",
            "uuid", "a UUID",
            "duration", "a duration like PT4H");

    private Messages() {}

    static FieldError unknown(String name, Collection<String> names) {
        var fix = Suggestion.nearest(name, names);
        return new FieldError(name, "There is no parameter '%s'.%s".formatted(name, Suggestion.didYouMean(fix)));
    }

    static FieldError outOfRange(String path, Property root) {
        return new FieldError(
                path, "%s is too large a number: it may have 18 digits at most.".formatted(title(path, root)));
    }

    static FieldError noCharacter(String path, Property root) {
        return new FieldError(path, "%s holds something that is no character.".formatted(title(path, root)));
    }

    private static String title(String path, Property root) {
        var property = property(root, List.of(path.split("\\.")));
        return property == null ? path : property.title();
    }

    static FieldError of(Error error, Property root) {
        var steps = new ArrayList<>(Schemas.steps(error));
        if (error.getKeyword().equals("required") && error.getProperty() != null) {
            steps.add(error.getProperty());
        }
        var property = property(root, steps);
        var path = String.join(".", steps);
        var title = property == null || path.isEmpty() ? (path.isEmpty() ? "The form" : path) : property.title();
        return new FieldError(path, title + " " + sentence(error, property) + ".");
    }

    private static String sentence(Error error, @Nullable Property property) {
        var value = argument(error);
        return switch (error.getKeyword()) {
            case "required" -> "is required";
            case "type" -> "must be " + type(error);
            case "minimum" -> "must be at least " + withUnit(value, property);
            case "maximum" -> "must be at most " + withUnit(value, property);
            case "exclusiveMinimum" -> "must be more than " + withUnit(value, property);
            case "exclusiveMaximum" -> "must be less than " + withUnit(value, property);
            case "multipleOf" -> "must be a multiple of " + value;
            case "enum" -> "must be " + oneOf(error);
            case "const" -> "must be " + value(error);
            case "minLength" -> "must have at least %s characters".formatted(value);
            case "maxLength" -> "must have at most %s characters".formatted(value);
            case "minItems" -> "must have at least %s entries".formatted(value);
            case "maxItems" -> "must have at most %s entries".formatted(value);
            case "uniqueItems" -> "must not have the same entry twice";
            case "pattern" -> pattern(value, property);
            case "format" -> "must be " + FORMATS.getOrDefault(value, "of the form " + value);
            case "additionalProperties", "unevaluatedProperties" -> "has no field '%s'".formatted(error.getProperty());
            case "dependentRequired" -> "needs '%s' as well".formatted(error.getProperty());
            default -> "is not allowed together with the other values";
        };
    }

    private static String type(Error error) {
        var type = error.getSchemaNode();
        return type.isString() ? TYPES.getOrDefault(type.asString(), type.asString()) : "of another type";
    }

    private static String withUnit(String value, @Nullable Property property) {
        return property == null
                ? value
                : value + property.text("x-unit").map(" "::concat).orElse("");
    }

    private static String pattern(String pattern, @Nullable Property property) {
        var explained = property == null ? null : property.definition().get("x-pattern-message");
        return explained == null
                ? "must have the form " + pattern
                : String.valueOf(explained).replaceAll("\\.$", "");
    }

    private static String oneOf(Error error) {
        var values = new ArrayList<String>();
        error.getSchemaNode().forEach(value -> values.add(value.asString()));
        if (values.size() == 1) {
            return values.get(0);
        }
        return values.isEmpty()
                ? "left out"
                : String.join(", ", values.subList(0, values.size() - 1)) + " or " + values.getLast();
    }

    private static String argument(Error error) {
        return error.getSchemaNode().isValueNode() ? error.getSchemaNode().asString() : "";
    }

    private static String value(Error error) {
        return error.getSchemaNode().toString();
    }

    private static @Nullable Property property(Property root, List<String> steps) {
        @Nullable Property found = root;
        for (var step : steps) {
            if (found == null) {
                return null;
            }
            var inner = found.properties().get(step);
            found = inner == null ? found.items() : inner;
        }
        return found;
    }
}
