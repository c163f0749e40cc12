package dev.slipway.testbed;

import dev.slipway.blueprint.definition.Kinds;
import dev.slipway.blueprint.schema.Reduction;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the schemas of the kinds that blueprints may create, as an API server serves them; {@code testbed/schemas} starts it.
 * Custom resources are not among them: each cluster tells its own.
 */
public final class SchemaSnapshot {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private SchemaSnapshot() {}

    public static void main(String[] arguments) throws IOException {
        var kubeconfig = Files.readString(Path.of(arguments[0]));
        try (var client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(kubeconfig))
                .build()) {
            Files.writeString(Path.of(arguments[1]), of(client));
        }
    }

    /** One definition a line, so that a raise of the version can be read as a difference. */
    static String of(KubernetesClient client) {
        var definitions = new TreeMap<String, Map<String, Object>>();
        var custom = client.apiextensions().v1().customResourceDefinitions().list().getItems().stream()
                .map(definition -> definition.getSpec().getGroup())
                .collect(Collectors.toSet());
        var versions = Kinds.allowed().stream()
                .map(kind -> kind.substring(0, kind.lastIndexOf('/')))
                .filter(version -> !custom.contains(version.replaceFirst("/.*", "")))
                .collect(Collectors.toCollection(TreeSet::new));
        for (var version : versions) {
            var path = "/openapi/v3/" + (version.contains("/") ? "apis/" : "api/") + version;
            var document = client.raw(path);
            if (document != null) {
                definitions.putAll(Reduction.of(map(document), Kinds.allowed()::contains));
            }
        }
        return "{\"info\":{\"title\":\"Kubernetes\",\"version\":%s},\"components\":{\"schemas\":{\n%s\n}}}\n"
                .formatted(
                        JSON.writeValueAsString(client.getKubernetesVersion().getGitVersion()),
                        definitions.entrySet().stream()
                                .map(entry -> JSON.writeValueAsString(entry.getKey()) + ":"
                                        + JSON.writeValueAsString(entry.getValue()))
                                .collect(Collectors.joining(",\n")));
    }

    private static Map<String, Object> map(String json) {
        return JSON.readValue(json, new TypeReference<Map<String, Object>>() {});
    }
}
