package dev.slipway.blueprint.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The custom resources that blueprints of the catalogue use, as files of Slipway's own writing describe them. Each names the
 * project and the version it was written after. What a cluster serves counts before them.
 */
public final class CustomResources {

    private static final List<String> PLURALS =
            List.of("certificates", "inferenceservices", "nimcaches", "nimservices", "podmonitors", "servicemonitors");
    private static final String REFERENCE = "$ref";
    private static final Set<String> NUMBER_OR_TEXT =
            Set.of("io.k8s.apimachinery.pkg.api.resource.Quantity", "io.k8s.apimachinery.pkg.util.intstr.IntOrString");
    private static final String METADATA = "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta";
    private static final Set<String> EMBEDDED_METADATA =
            Set.of("annotations", "finalizers", "labels", "name", "namespace");
    private static final Set<String> NOT_STRUCTURAL =
            Set.of("default", "description", "enum", "x-kubernetes-group-version-kind");

    private final Map<String, Map<String, Object>> kubernetes;

    private CustomResources(Map<String, Map<String, Object>> kubernetes) {
        this.kubernetes = kubernetes;
    }

    /** Their CustomResourceDefinitions, which refer to types of Kubernetes by name. */
    static List<Map<String, Object>> of(Map<String, Map<String, Object>> kubernetes) {
        var resources = new CustomResources(kubernetes);
        return PLURALS.stream()
                .map(plural -> Json.map(resources.resolved(read("/blueprint/custom/" + plural + ".yaml"))))
                .toList();
    }

    /**
     * The same as an API server takes them: structural, without any reference. As in what the projects publish, types of
     * Kubernetes that are referred to come without enumerations, and with no default but that of a key of a list.
     */
    public static List<Map<String, Object>> structural() {
        var kubernetes = KubernetesSchemas.builtIn().definitions();
        var resources = new CustomResources(kubernetes);
        return of(kubernetes).stream()
                .map(resource -> Json.map(resources.structural(resource)))
                .toList();
    }

    private static Object read(String path) {
        try (var file = CustomResources.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException(path + " is missing");
            }
            var settings = LoadSettings.builder()
                    .setLabel(path)
                    .setMaxAliasesForCollections(500)
                    .build();
            return new Load(settings).loadFromInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the types that {@code typeOf} and {@code fieldsOf} name. */
    private Object resolved(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(this::resolved).toList();
        }
        if (!(value instanceof Map<?, ?>)) {
            return value;
        }
        var map = Json.map(value);
        if (map.containsKey("typeOf")) {
            return Map.of(REFERENCE, Reduction.REFERENCE + known(Json.text(map.get("typeOf"))));
        }
        var resolved = new LinkedHashMap<String, Object>();
        map.forEach((key, inner) -> resolved.put(key, resolved(inner)));
        var embedded = Json.texts(resolved.remove("fieldsOf"));
        var except = Json.texts(resolved.remove("except"));
        if (!embedded.isEmpty()) {
            var fields = new TreeMap<String, Object>();
            embedded.forEach(name -> fields.putAll(Json.map(definition(name).get("properties"))));
            fields.keySet().removeAll(except);
            fields.putAll(Json.map(resolved.get("properties")));
            resolved.put("properties", fields);
        }
        return resolved;
    }

    private String known(String name) {
        definition(name);
        return name;
    }

    private Map<String, Object> definition(String name) {
        var definition = kubernetes.get(name);
        if (definition == null) {
            throw new IllegalStateException("Kubernetes has no type " + name);
        }
        return definition;
    }

    private Object structural(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(this::structural).toList();
        }
        if (!(value instanceof Map<?, ?>)) {
            return value == null ? "" : value;
        }
        var map = Json.map(value);
        if (map.get(REFERENCE) instanceof String reference) {
            return ofKubernetes(reference.substring(Reduction.REFERENCE.length()), List.of());
        }
        var structural = new TreeMap<String, Object>();
        map.forEach((key, inner) -> structural.put(
                key,
                inner instanceof Map<?, ?> schema && schema.containsKey(REFERENCE) && key.equals("items")
                        ? ofKubernetes(Json.map(schema), keys(map))
                        : structural(inner)));
        return structural;
    }

    private Map<String, Object> ofKubernetes(String name, List<String> keys) {
        if (NUMBER_OR_TEXT.contains(name)) {
            return Map.of(
                    "anyOf",
                    List.of(Map.of("type", "integer"), Map.of("type", "string")),
                    "x-kubernetes-int-or-string",
                    true);
        }
        var definition = new TreeMap<>(definition(name));
        if (name.equals(METADATA)) {
            var kept = new TreeMap<>(Json.map(definition.get("properties")));
            kept.keySet().retainAll(EMBEDDED_METADATA);
            definition.put("properties", kept);
        }
        return ofKubernetes(definition, keys);
    }

    /** @param keys by which, as an item of a list, it is told apart: each of them must be there or have a default */
    private Map<String, Object> ofKubernetes(Map<String, Object> schema, List<String> keys) {
        if (schema.get(REFERENCE) instanceof String reference) {
            return ofKubernetes(reference.substring(Reduction.REFERENCE.length()), keys);
        }
        var structural = new TreeMap<String, Object>();
        schema.forEach((key, value) -> {
            switch (key) {
                case "properties" ->
                    structural.put(key, fields(Json.map(value), keys, Json.texts(schema.get("required"))));
                case "items" -> structural.put(key, ofKubernetes(Json.map(value), keys(schema)));
                case "additionalProperties" -> structural.put(key, ofKubernetes(Json.map(value), List.of()));
                default -> {
                    if (!NOT_STRUCTURAL.contains(key)) {
                        structural.put(key, value);
                    }
                }
            }
        });
        return structural;
    }

    private Map<String, Object> fields(Map<String, Object> fields, List<String> keys, List<String> required) {
        var structural = new TreeMap<String, Object>();
        fields.forEach((name, field) -> {
            var one = new TreeMap<>(ofKubernetes(Json.map(field), List.of()));
            if (keys.contains(name) && !required.contains(name)) {
                one.put("default", Json.map(field).getOrDefault("default", ""));
            }
            structural.put(name, one);
        });
        return structural;
    }

    private static List<String> keys(Map<String, Object> list) {
        return Json.texts(list.get("x-kubernetes-list-map-keys"));
    }
}
