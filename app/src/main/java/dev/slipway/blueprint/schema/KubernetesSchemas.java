package dev.slipway.blueprint.schema;

import dev.slipway.blueprint.rendering.CanonicalJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The schemas of the kinds that an API server serves. Immutable; safe for use by many threads.
 *
 * <p>{@link #builtIn} are those of the kinds that Kubernetes brings along. What a cluster serves besides is added with
 * {@link #withOpenApi} or {@link #withCustomResource}, each of which leaves the original as it is.
 */
public final class KubernetesSchemas {

    private static final String SNAPSHOT = "/blueprint/kubernetes.json";
    private static final String METADATA = "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta";

    private final String version;
    private final SortedMap<String, Map<String, Object>> definitions;
    private final SortedMap<String, String> kinds;
    private final Map<String, Schema.Fields> read = new ConcurrentHashMap<>();
    private final Optional<Set<String>> served;

    private KubernetesSchemas(String version, SortedMap<String, Map<String, Object>> definitions) {
        this(version, definitions, Optional.empty());
    }

    private KubernetesSchemas(
            String version, SortedMap<String, Map<String, Object>> definitions, Optional<Set<String>> served) {
        this.version = version;
        this.served = served;
        this.definitions = Collections.unmodifiableSortedMap(definitions);
        this.kinds = new TreeMap<>();
        definitions.forEach((name, definition) -> Reduction.kinds(definition).forEach(kind -> kinds.put(kind, name)));
    }

    /** No schemas at all: nothing is checked against them. */
    public static KubernetesSchemas none() {
        return new KubernetesSchemas("", new TreeMap<>());
    }

    /** Those of the snapshot that is shipped: the kinds of Kubernetes itself that blueprints may create. */
    public static KubernetesSchemas builtIn() {
        return BuiltIn.SCHEMAS;
    }

    /** Those of the snapshot, and the custom resources that blueprints of the catalogue use, as Slipway describes them itself. */
    public static KubernetesSchemas shipped() {
        return Shipped.SCHEMAS;
    }

    /** Those of a document with {@code info.version} and {@code components.schemas}. */
    public static KubernetesSchemas of(Map<String, Object> document) {
        return new KubernetesSchemas(
                Json.text(Json.map(document.get("info")).get("version")), Reduction.of(document, kind -> true));
    }

    /** These and all kinds of an OpenAPI v3 document of an API server; where both know a kind, the document counts. */
    public KubernetesSchemas withOpenApi(Map<String, Object> document) {
        return withOpenApi(document, kind -> true);
    }

    /** These and the wanted kinds of the document, as {@code apiVersion/kind}. */
    public KubernetesSchemas withOpenApi(Map<String, Object> document, Predicate<String> wanted) {
        return with(Reduction.of(document, wanted));
    }

    /**
     * These and the kind of a CustomResourceDefinition of {@code apiextensions.k8s.io/v1}, in each version that is served.
     * Its objects have the metadata that all objects have.
     */
    public KubernetesSchemas withCustomResource(Map<String, Object> resourceDefinition) {
        var spec = Json.map(resourceDefinition.get("spec"));
        var group = Json.text(spec.get("group"));
        var kind = Json.text(Json.map(spec.get("names")).get("kind"));
        var more = new TreeMap<String, Map<String, Object>>();
        for (var entry : Json.list(spec.get("versions"))) {
            var served = Json.map(entry);
            var name = Json.text(served.get("name"));
            var schema = Json.map(Json.map(served.get("schema")).get("openAPIV3Schema"));
            if (!Boolean.FALSE.equals(served.get("served")) && !schema.isEmpty()) {
                more.put(String.join(".", group, name, kind), customResource(schema, group, name, kind));
            }
        }
        return with(more);
    }

    private static Map<String, Object> customResource(
            Map<String, Object> schema, String group, String version, String kind) {
        var reduced = new LinkedHashMap<>(Reduction.reduce(schema));
        var fields = new TreeMap<>(Json.map(reduced.get("properties")));
        fields.put("apiVersion", Map.of("type", "string"));
        fields.put("kind", Map.of("type", "string"));
        fields.put("metadata", Map.of("$ref", Reduction.REFERENCE + METADATA));
        reduced.put("properties", fields);
        reduced.put(
                "x-kubernetes-group-version-kind", List.of(Map.of("group", group, "version", version, "kind", kind)));
        return reduced;
    }

    private KubernetesSchemas with(Map<String, Map<String, Object>> more) {
        var all = new TreeMap<>(definitions);
        more.values().stream()
                .flatMap(definition -> Reduction.kinds(definition).stream())
                .flatMap(kind -> Optional.ofNullable(kinds.get(kind)).stream())
                .forEach(all::remove);
        all.putAll(more);
        return new KubernetesSchemas(version, all, served);
    }

    /** What of these describes the kinds: a smaller whole, of which equal digests mean the same checks. */
    public KubernetesSchemas only(Set<String> wanted) {
        return of(Map.of(
                "info",
                Map.of("version", version),
                "components",
                Map.of("schemas", Reduction.closure(definitions, wanted))));
    }

    /** The same, with what is known of the clusters: the kinds that at least one of them serves. */
    public KubernetesSchemas servedOnly(Set<String> somewhere) {
        return new KubernetesSchemas(version, definitions, Optional.of(Set.copyOf(somewhere)));
    }

    /** Whether it is certain that nobody serves the kind. */
    public boolean isServedNowhere(String apiVersion, String kind) {
        return served.filter(kinds -> !kinds.contains(apiVersion + "/" + kind)).isPresent();
    }

    /** What {@link #of} takes. */
    public Map<String, Object> document() {
        return Map.of("info", Map.of("version", version), "components", Map.of("schemas", definitions));
    }

    Map<String, Map<String, Object>> definitions() {
        return definitions;
    }

    /** The schema of the objects of a kind; empty when it is not known here. */
    public Optional<Schema.Fields> find(String apiVersion, String kind) {
        var name = kinds.get(apiVersion + "/" + kind);
        if (name == null) {
            return Optional.empty();
        }
        var schema = read.get(name);
        if (schema == null) {
            if (!(new SchemaReader(definitions).definition(name) instanceof Schema.Fields fields)) {
                return Optional.empty();
            }
            schema = fields;
            read.put(name, schema);
        }
        return Optional.of(schema);
    }

    /** The schema of the metadata that the objects of every kind have; empty when it is not known here. */
    public Optional<Schema.Fields> metadata() {
        return new SchemaReader(definitions).definition(METADATA) instanceof Schema.Fields fields
                ? Optional.of(fields)
                : Optional.empty();
    }

    /** All kinds that are known, as {@code apiVersion/kind}. */
    public SortedSet<String> kinds() {
        return new TreeSet<>(kinds.keySet());
    }

    /** The version of Kubernetes that the built-in kinds are of: {@code v1.36.3}. */
    public String version() {
        return version;
    }

    /** The same for equal schemas only, so that a version of a blueprint can tell what it was checked against. */
    public String digest() {
        return "sha256:" + CanonicalJson.sha256(Map.of("version", version, "definitions", definitions));
    }

    private static final class Shipped {

        private static final KubernetesSchemas SCHEMAS = read();

        private static KubernetesSchemas read() {
            var all = builtIn();
            for (var resource : CustomResources.of(all.definitions())) {
                all = all.withCustomResource(resource);
            }
            return all;
        }
    }

    /** Reading takes some tens of milliseconds, which who compiles no blueprint shall not spend. */
    private static final class BuiltIn {

        private static final KubernetesSchemas SCHEMAS = read();

        private static KubernetesSchemas read() {
            try (var snapshot = KubernetesSchemas.class.getResourceAsStream(SNAPSHOT)) {
                if (snapshot == null) {
                    throw new IllegalStateException(SNAPSHOT + " is missing");
                }
                return of(JsonMapper.shared().readValue(snapshot, new TypeReference<Map<String, Object>>() {}));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
