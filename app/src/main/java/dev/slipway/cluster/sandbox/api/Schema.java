package dev.slipway.cluster.sandbox.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The kinds that are served, with the types of their fields: a snapshot of what a real API server publishes. */
public final class Schema {

    private static final String SNAPSHOT = "/dev/slipway/cluster/sandbox/kubernetes-schema.json.gz";
    private static final Schema SHIPPED = read();

    private final String version;
    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final Map<String, Type> types = new ConcurrentHashMap<>();
    private final Map<String, Object> schemas;

    private Schema(Map<String, Object> snapshot) {
        version = Tree.text(snapshot, "version");
        schemas = Tree.map(snapshot, "schemas");
        for (var kind : Tree.maps(snapshot, "kinds")) {
            var known = new Kind(
                    Tree.text(kind, "apiVersion"),
                    Tree.text(kind, "kind"),
                    Tree.text(kind, "plural"),
                    Tree.flag(kind, "namespaced"),
                    Tree.text(kind, "schema"));
            kinds.put(known.toString(), known);
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

    private static Schema read() {
        try (var file = Objects.requireNonNull(Schema.class.getResourceAsStream(SNAPSHOT), SNAPSHOT);
                var json = new GZIPInputStream(file)) {
            return new Schema(JsonMapper.shared().readValue(json, new TypeReference<Map<String, Object>>() {}));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
