package dev.slipway.blueprint.parameters;

import dev.slipway.blueprint.source.Code;
import dev.slipway.blueprint.source.Diagnostics;
import dev.slipway.blueprint.source.YamlNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts what {@code $ref} refers to in its place, so that a schema has no cycle and its size is known. */
final class Inlining {

    private static final int MOST_PARTS = 5_000;
    private static final Set<String> FOREIGN = Set.of("$id", "$anchor", "$dynamicRef", "$dynamicAnchor", "$vocabulary");

    private final Map<String, @Nullable Object> definitions;
    private final YamlNode source;
    private final Diagnostics diagnostics;
    private final Deque<String> open = new ArrayDeque<>();
    private int parts;

    private Inlining(Map<String, @Nullable Object> definitions, YamlNode source, Diagnostics diagnostics) {
        this.definitions = definitions;
        this.source = source;
        this.diagnostics = diagnostics;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> inline(YamlNode.Mapping source, Diagnostics diagnostics) {
        var schema = source.plain();
        var definitions = schema.get("$defs") instanceof Map<?, ?> map
                ? (Map<String, @Nullable Object>) map
                : Map.<String, @Nullable Object>of();
        var inlined = new Inlining(definitions, source, diagnostics).map(schema, List.of());
        inlined.remove("$defs");
        return inlined;
    }

    private @Nullable Object value(@Nullable Object value, List<String> steps) {
        if (++parts > MOST_PARTS) {
            if (parts == MOST_PARTS + 1) {
                diagnostics.error(Code.P003, source.place(), "The schema becomes too large with its references.");
            }
            return null;
        }
        return switch (value) {
            case Map<?, ?> map -> map(map, steps);
            case List<?> list -> list(list, steps);
            case null -> null;
            default -> value;
        };
    }

    private List<Object> list(List<?> list, List<String> steps) {
        var copy = new ArrayList<Object>();
        for (int i = 0; i < list.size(); i++) {
            var item = value(list.get(i), step(steps, String.valueOf(i)));
            if (item != null) {
                copy.add(item);
            }
        }
        return copy;
    }

    private Map<String, Object> map(Map<?, ?> map, List<String> steps) {
        var copy = new LinkedHashMap<String, Object>();
        if (map.get("$ref") instanceof String reference) {
            copy.putAll(referenced(reference, steps));
        }
        map.forEach((key, item) -> {
            var name = String.valueOf(key);
            if (FOREIGN.contains(name)) {
                error(step(steps, name), "'%s' is not used in a parameters schema.".formatted(name));
            } else if (!name.equals("$ref") && !(steps.isEmpty() && name.equals("$defs"))) {
                var value = value(item, step(steps, name));
                if (value != null) {
                    copy.put(name, value);
                }
            }
        });
        return copy;
    }

    private Map<String, Object> referenced(String reference, List<String> steps) {
        var name = reference.startsWith("#/$defs/") ? reference.substring("#/$defs/".length()) : "";
        if (!(definitions.get(name) instanceof Map<?, ?> definition)) {
            error(step(steps, "$ref"), "'%s' is not the name of a definition under $defs.".formatted(reference));
            return Map.of();
        }
        if (open.contains(name)) {
            error(step(steps, "$ref"), "'%s' leads back to itself.".formatted(reference));
            return Map.of();
        }
        open.push(name);
        var inlined = map(definition, List.of("$defs", name));
        open.pop();
        return inlined;
    }

    private void error(List<String> steps, String message) {
        diagnostics.error(Code.P003, YamlNode.find(source, steps).place(), message);
    }

    private static List<String> step(List<String> steps, String step) {
        var longer = new ArrayList<>(steps);
        longer.add(step);
        return longer;
    }
}
