package dev.slipway.blueprint.expression;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructTypeReference;
import dev.slipway.blueprint.expression.Types.Field;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The types of what expressions know besides the parameters. */
public final class FactTypes {

    static final String CLUSTER = "Cluster";
    static final String MODEL = "Model";
    private static final Field TEXT = Field.of(SimpleType.STRING);
    private static final Field WHOLE = Field.of(SimpleType.INT);
    private static final CelType TEXTS = MapType.create(SimpleType.STRING, SimpleType.STRING);
    private static final CelType ANYTHING = MapType.create(SimpleType.STRING, SimpleType.DYN);

    private FactTypes() {}

    /** The type behind a root: {@code Parameters} behind {@code parameters}. */
    public static String typeName(String root) {
        return root.isEmpty() ? root : Character.toUpperCase(root.charAt(0)) + root.substring(1);
    }

    /** Declares everything that does not depend on the parameters, and gives the type of each root. */
    public static Map<String, CelType> declare(
            Types types,
            Collection<String> shares,
            Collection<String> weights,
            Collection<String> secrets,
            Collection<String> variables) {
        var roots = new LinkedHashMap<String, CelType>();
        roots.put(
                "metadata",
                types.declare("Metadata", Map.of("name", TEXT, "namespace", TEXT, "labels", Field.of(TEXTS))));
        roots.put("team", types.declare("Team", Map.of("name", TEXT, "title", TEXT)));
        roots.put("environment", types.declare("Environment", Map.of("name", TEXT, "kind", TEXT)));
        roots.put("user", types.declare("User", Map.of("name", TEXT)));
        var listed = Field.of(ListType.create(SimpleType.STRING));
        roots.put(
                "cluster",
                types.declare(
                        CLUSTER,
                        Map.of(
                                "name",
                                TEXT,
                                "region",
                                TEXT,
                                "apis",
                                listed,
                                "features",
                                listed,
                                "registry",
                                TEXT,
                                "encryptedStorageClass",
                                TEXT)));
        roots.put("models", MapType.create(SimpleType.STRING, model(types)));
        roots.put("instances", MapType.create(SimpleType.STRING, instance(types)));
        roots.put("shares", each(types, "Shares", shares, share(types)));
        roots.put("weights", each(types, "Weights", weights, weight(types)));
        roots.put("secrets", each(types, "Secrets", secrets, types.declare("Secret", Map.of("name", TEXT))));
        roots.put("variables", each(types, "Variables", variables, SimpleType.DYN));
        return roots;
    }

    private static CelType each(Types types, String name, Collection<String> fields, CelType type) {
        var declared = new LinkedHashMap<String, Field>();
        fields.forEach(field -> declared.put(field, Field.of(type)));
        return types.declare(name, declared);
    }

    private static CelType model(Types types) {
        return types.declare(
                MODEL,
                Map.ofEntries(
                        Map.entry("name", TEXT),
                        Map.entry("title", TEXT),
                        Map.entry("kind", TEXT),
                        Map.entry("version", TEXT),
                        Map.entry("digest", TEXT),
                        Map.entry("reference", TEXT),
                        Map.entry("licence", TEXT),
                        Map.entry("weightsBytes", WHOLE),
                        Map.entry("parameters", WHOLE),
                        Map.entry("kvBytesPerToken", WHOLE),
                        Map.entry("contextLength", WHOLE),
                        Map.entry("quantisation", TEXT)));
    }

    private static CelType instance(Types types) {
        var key = types.declare("SecretKey", Map.of("name", TEXT, "key", TEXT));
        return types.declare(
                "Instance",
                Map.of(
                        "name",
                        TEXT,
                        "blueprint",
                        TEXT,
                        "outputs",
                        Field.of(ANYTHING),
                        "secrets",
                        Field.of(MapType.create(SimpleType.STRING, key))));
    }

    private static CelType share(Types types) {
        types.declare(
                "Share",
                Map.ofEntries(
                        Map.entry("deviceModel", TEXT),
                        Map.entry("mode", TEXT),
                        Map.entry("profile", TEXT),
                        Map.entry("utilisation", TEXT),
                        Map.entry("memoryBytes", WHOLE),
                        Map.entry("count", WHOLE),
                        Map.entry("isolation", TEXT),
                        Map.entry("limits", Field.of(TEXTS)),
                        Map.entry("resources", Field.of(ANYTHING)),
                        Map.entry("nodeSelector", Field.of(TEXTS)),
                        Map.entry("tolerations", Field.of(ListType.create(SimpleType.DYN))),
                        Map.entry("annotations", Field.of(TEXTS)),
                        Map.entry("schedulerName", new Field(SimpleType.STRING, false)),
                        Map.entry("runtimeClassName", new Field(SimpleType.STRING, false))));
        return StructTypeReference.create("Share");
    }

    private static CelType weight(Types types) {
        return types.declare(
                "Weight", Map.of("model", TEXT, "claimName", TEXT, "path", TEXT, "volume", Field.of(ANYTHING)));
    }
}
