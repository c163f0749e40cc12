package dev.slipway.cluster.sandbox.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The kinds that are served, with the types of their fields: a snapshot of what a real API server publishes, and custom resources of
 * which only the definitions are there.
 */
public final class Schema {

    private static final String SNAPSHOT = "/dev/slipway/cluster/sandbox/kubernetes-schema.json.gz";
    private static final String CUSTOM_RESOURCES = "/dev/slipway/cluster/sandbox/custom-resources.json.gz";
    private static final String METADATA = "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta";
    private static final Schema SHIPPED = new Schema(read(SNAPSHOT), read(CUSTOM_RESOURCES));

    private final String version;
    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final Map<String, Type> types = new ConcurrentHashMap<>();
    private final Map<String, Object> schemas;

    private Schema(Map<String, Object> snapshot, Map<String, Object> customResources) {
        version = Tree.text(snapshot, "version");
        schemas = new LinkedHashMap<>(Tree.map(snapshot, "schemas"));
        for (var kind : Tree.maps(snapshot, "kinds")) {
            var known = new Kind(
                    Tree.text(kind, "apiVersion"),
                    Tree.text(kind, "kind"),
                    Tree.text(kind, "plural"),
                    Tree.flag(kind, "namespaced"),
                    Tree.text(kind, "schema"));
            kinds.put(known.toString(), known);
        }
        Tree.maps(customResources, "items").forEach(this::addCustomResource);
    }

    private void addCustomResource(Map<String, Object> definition) {
        var spec = Tree.map(definition, "spec");
        for (var version : Tree.maps(spec, "versions")) {
            var kind = new Kind(
                    Tree.text(spec, "group") + "/" + Tree.text(version, "name"),
                    Tree.text(spec, "names", "kind"),
                    Tree.text(spec, "names", "plural"),
                    Tree.text(spec, "scope").equals("Namespaced"),
                    Tree.text(definition, "metadata", "name") + "/" + Tree.text(version, "name"));
            var schema = new LinkedHashMap<>(Tree.map(version, "schema", "openAPIV3Schema"));
            var fields = new LinkedHashMap<>(Tree.map(schema, "properties"));
            fields.put("apiVersion", Map.of("type", "string"));
            fields.put("kind", Map.of("type", "string"));
            fields.put("metadata", Map.of("$ref", METADATA));
            schema.put("properties", fields);
            schemas.put(kind.schema(), schema);
            kinds.put(kind.toString(), kind);
        }
    }

    public static Schema shipped() {
        return SHIPPED;
    }

    public String version() {
        return version;
    }

    public Collection<Kind> kinds() {
        return kinds.values();
    }

    public Optional<Kind> find(String apiVersion, String kind) {
        return Optional.ofNullable(kinds.get(apiVersion + "/" + kind));
    }

    /** As an API server publishes them, with the metadata that every object has. */
    public Optional<Map<String, Object>> customResources(String apiVersion) {
        var definitions = new LinkedHashMap<String, Object>();
        kinds.values().stream()
                .filter(kind ->
                        kind.apiVersion().equals(apiVersion) && kind.schema().contains("/"))
                .forEach(kind -> {
                    var schema = new LinkedHashMap<>(Tree.map(schemas, kind.schema()));
                    var fields = new LinkedHashMap<>(Tree.map(schema, "properties"));
                    fields.put("metadata", Map.of("$ref", "#/components/schemas/" + METADATA));
                    schema.put("properties", fields);
                    schema.put(
                            "x-kubernetes-group-version-kind",
                            List.of(Map.of("group", kind.group(), "version", kind.version(), "kind", kind.kind())));
                    definitions.put(kind.schema(), schema);
                });
        return definitions.isEmpty()
                ? Optional.empty()
                : Optional.of(Map.of("components", Map.of("schemas", definitions)));
    }

    /** A kind that is known to be served, by its name alone. */
    public Kind kind(String name) {
        return kinds.values().stream()
                .filter(kind -> kind.is(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the snapshot has no kind " + name));
    }

    public Type type(Kind kind) {
        return named(kind.schema());
    }

    private Type named(String name) {
        var known = types.get(name);
        if (known != null) {
            return known;
        }
        var type = new Type(this, Tree.map(schemas, name), name);
        types.put(name, type);
        return type;
    }

    Type of(Map<String, Object> node) {
        var reference = Tree.text(node, "$ref");
        if (reference.isEmpty()) {
            return new Type(this, node, "");
        }
        return Tree.text(node, "x-kubernetes-map-type").isEmpty()
                ? named(reference)
                : new Type(this, merged(Tree.map(schemas, reference), node), reference);
    }

    private static Map<String, Object> merged(Map<String, Object> base, Map<String, Object> more) {
        var both = new LinkedHashMap<>(base);
        both.putAll(more);
        return both;
    }

    private static Map<String, Object> read(String path) {
        try (var file = Objects.requireNonNull(Schema.class.getResourceAsStream(path), path);
                var json = new GZIPInputStream(file)) {
            return JsonMapper.shared().readValue(json, new TypeReference<Map<String, Object>>() {});
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
