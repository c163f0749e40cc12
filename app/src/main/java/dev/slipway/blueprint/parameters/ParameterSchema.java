package dev.slipway.blueprint.parameters;

import com.networknt.schema.Schema;
import dev.slipway.blueprint.FieldError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What parameters a blueprint takes. */
public final class ParameterSchema {

    private final Map<String, Object> asWritten;
    private final Property root;
    private final Schema schema;

    ParameterSchema(Map<String, Object> asWritten, Map<String, Object> inlined) {
        this.asWritten = asWritten;
        this.root = new Property("", inlined, true);
        this.schema = Schemas.of(Choices.asEnum(inlined));
    }

    public Map<String, Object> asWritten() {
        return asWritten;
    }

    /** The whole, as the one property that has the parameters as its properties. */
    public Property root() {
        return root;
    }

    public Set<String> names() {
        return root.properties().keySet();
    }

    /** Numbers in the type that the schema asks for, and defaults where nothing is said. */
    public Map<String, Object> complete(Map<String, ?> given) {
        return object(root, given);
    }

    /** In words for people; for parameters that were completed. */
    public List<FieldError> validate(Map<String, ?> parameters) {
        var errors = new ArrayList<FieldError>();
        if (!root.definition().containsKey("additionalProperties")) {
            for (var name : parameters.keySet()) {
                if (!names().contains(name)) {
                    errors.add(Messages.unknown(name, names()));
                }
            }
        }
        var named = errors.size();
        checkStorable("", parameters, errors);
        if (errors.size() > named) {
            return errors;
        }
        for (var error : Schemas.validate(schema, parameters)) {
            errors.add(Messages.of(error, root));
        }
        return errors.stream().distinct().toList();
    }

    /** Numbers beyond 64 bits neither the validator nor the expressions know, and half a character no database keeps, nor a zero. */
    private void checkStorable(String path, @Nullable Object value, List<FieldError> errors) {
        if (value instanceof Map<?, ?> fields) {
            fields.forEach(
                    (name, field) -> checkStorable(path.isEmpty() ? "" + name : path + "." + name, field, errors));
        } else if (value instanceof List<?> items) {
            items.forEach(item -> checkStorable(path, item, errors));
        } else if (value instanceof Number number && Math.abs(number.doubleValue()) >= 0x1p63) {
            errors.add(Messages.outOfRange(path, root));
        } else if (value instanceof String text && text.codePoints().anyMatch(ParameterSchema::isNoCharacter)) {
            errors.add(Messages.noCharacter(path, root));
        }
    }

    private static boolean isNoCharacter(int codePoint) {
        return codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE;
    }

    private Map<String, Object> object(Property property, Map<?, ?> given) {
        var completed = new LinkedHashMap<String, Object>();
        property.properties().forEach((name, inner) -> {
            var value = given.get(name);
            var used = value == null ? inner.definition().get("default") : value;
            if (used != null) {
                completed.put(name, value(inner, used));
            }
        });
        given.forEach((name, value) -> {
            if (value != null) {
                completed.putIfAbsent(String.valueOf(name), value);
            }
        });
        return completed;
    }

    private Object value(Property property, Object value) {
        if (value instanceof Map<?, ?> map && !property.properties().isEmpty()) {
            return object(property, map);
        }
        if (value instanceof List<?> list) {
            return list(property, list);
        }
        return value instanceof Number number ? number(property, number) : value;
    }

    private List<Object> list(Property property, List<?> list) {
        var items = property.items();
        return list.stream()
                .<Object>map(item -> items == null || item == null ? String.valueOf(item) : value(items, item))
                .toList();
    }

    private static Number number(Property property, Number number) {
        var type = property.type();
        if (type.equals("number")) {
            return number.doubleValue();
        }
        var whole = number.longValue();
        var isWhole = !(number instanceof Double || number instanceof Float) || whole == number.doubleValue();
        return isWhole && !type.isEmpty() ? (Number) whole : number;
    }

    /** The property that a dotted path leads to. */
    public @Nullable Property find(String path) {
        @Nullable Property found = root;
        for (var step : path.split("\\.")) {
            found = found == null ? null : found.properties().get(step);
        }
        return found;
    }
}
