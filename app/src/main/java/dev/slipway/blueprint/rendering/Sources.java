package dev.slipway.blueprint.rendering;

import dev.slipway.blueprint.Facts;
import dev.slipway.blueprint.FieldError;
import dev.slipway.blueprint.expression.FactValues;
import dev.slipway.blueprint.parameters.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Proves that what a parameter names is there: a certified model, an instance of the environment. */
final class Sources {

    private final Map<String, Object> roots;

    Sources(Facts facts) {
        roots = FactValues.of(facts);
    }

    List<FieldError> check(Property root, Map<String, Object> parameters) {
        var errors = new ArrayList<FieldError>();
        root.properties().forEach((name, property) -> {
            var value = parameters.get(name);
            if (value instanceof List<?> list) {
                list.forEach(item -> check(property, item).ifPresent(errors::add));
            } else if (value != null) {
                check(property, value).ifPresent(errors::add);
            }
        });
        return errors;
    }

    private Optional<FieldError> check(Property property, Object value) {
        var source = property.text("x-source").orElse("");
        var thing = switch (source) {
            case "models" -> "certified model";
            case "instances" -> "instance in this environment";
            default -> "";
        };
        if (thing.isEmpty()) {
            return Optional.empty();
        }
        var found = Labels.map(Labels.map(roots.get(source)).get(String.valueOf(value)));
        if (found.isEmpty()) {
            return Optional.of(new FieldError(
                    property.name(), "%s: there is no %s called '%s'.".formatted(property.title(), thing, value)));
        }
        return property.map("x-filter").entrySet().stream()
                .filter(wanted -> !wanted.getValue().equals(found.get(wanted.getKey())))
                .findFirst()
                .map(wanted -> new FieldError(
                        property.name(),
                        "%s must have %s '%s'; '%s' has '%s'."
                                .formatted(
                                        property.title(),
                                        wanted.getKey(),
                                        wanted.getValue(),
                                        value,
                                        found.get(wanted.getKey()))));
    }
}
