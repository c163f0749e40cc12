package dev.slipway.blueprint.completion;

import dev.slipway.blueprint.BlueprintFiles;
import dev.slipway.blueprint.source.Diagnostics;
import dev.slipway.blueprint.source.YamlNode;
import dev.slipway.blueprint.source.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a blueprint declares, as far as its text can be read. */
record Outline(Map<String, Object> document) {

    /**
     * A resource that is declared.
     *
     * @param loops variables of its {@code forEach}
     */
    record Resource(String id, String apiVersion, String kind, List<String> loops) {}

    /** @param line that is being typed, from 1, which may be what keeps the text from being YAML; 0 for none */
    static Outline of(String text, int line) {
        return read(text).or(() -> read(without(text, line))).orElseGet(() -> new Outline(Map.of()));
    }

    private static Optional<Outline> read(String text) {
        return YamlReader.read(BlueprintFiles.BLUEPRINT, text, new Diagnostics())
                .map(YamlNode::plain)
                .map(Outline::mapping)
                .map(Outline::new);
    }

    private static String without(String text, int line) {
        var lines = new ArrayList<>(text.lines().toList());
        if (line > 0 && line <= lines.size()) {
            lines.set(line - 1, "");
        }
        return String.join("\n", lines);
    }

    Map<String, Object> parameters() {
        return mapping(mapping(spec().get("parameters")).get("properties"));
    }

    /** Whether a parameter is always there, so that it may be read without a question mark. */
    boolean isCertain(String parameter) {
        return list(mapping(spec().get("parameters")).get("required")).contains(parameter)
                || mapping(parameters().get(parameter)).containsKey("default");
    }

    List<String> named(String section) {
        return List.copyOf(mapping(spec().get(section)).keySet());
    }

    List<String> variables() {
        return list(spec().get("variables")).stream()
                .map(variable -> String.valueOf(mapping(variable).getOrDefault("name", "")))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    List<Resource> resources() {
        var resources = new ArrayList<Resource>();
        for (var item : list(spec().get("resources"))) {
            var resource = mapping(item);
            var template = mapping(resource.get("template"));
            var loops = new ArrayList<String>();
            list(resource.get("forEach"))
                    .forEach(loop -> loops.addAll(mapping(loop).keySet()));
            resources.add(new Resource(
                    text(resource.get("id")), text(template.get("apiVersion")), text(template.get("kind")), loops));
        }
        return resources;
    }

    /** The keys that a mapping has already. */
    Map<String, Object> at(List<String> path) {
        Object here = document;
        for (var step : path) {
            here = here instanceof List<?> items
                    ? item(items, step)
                    : mapping(here).get(step);
        }
        return mapping(here);
    }

    private static @Nullable Object item(List<?> items, String step) {
        return step.matches("\\d{1,6}") && Integer.parseInt(step) < items.size()
                ? items.get(Integer.parseInt(step))
                : null;
    }

    private Map<String, Object> spec() {
        return mapping(document.get("spec"));
    }

    static Map<String, Object> mapping(@Nullable Object value) {
        var mapping = new LinkedHashMap<String, Object>();
        if (value instanceof Map<?, ?> written) {
            written.forEach((key, entry) -> mapping.put(String.valueOf(key), entry == null ? "" : entry));
        }
        return mapping;
    }

    static List<Object> list(@Nullable Object value) {
        var list = new ArrayList<Object>();
        if (value instanceof List<?> written) {
            written.forEach(item -> list.add(item == null ? "" : item));
        }
        return list;
    }

    static String text(@Nullable Object value) {
        return value instanceof String text ? text : "";
    }
}
