package dev.slipway.testbed;

import dev.slipway.blueprint.schema.CustomResources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes the custom resources as API servers take them, for the test bed and the sandbox; {@code testbed/schemas} starts it. */
public final class CustomResourceFile {

    static final Path FILE = Path.of("src/main/resources/dev/slipway/cluster/sandbox/custom-resources.json.gz");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private CustomResourceFile() {}

    public static void main(String[] arguments) throws IOException {
        try (var file = new GZIPOutputStream(Files.newOutputStream(Path.of(arguments[0])))) {
            file.write(text().getBytes(StandardCharsets.UTF_8));
        }
    }

    static String text() {
        var list = Map.of("apiVersion", "v1", "kind", "List", "items", CustomResources.structural());
        return JSON.writeValueAsString(list) + "\n";
    }

    static String written() throws IOException {
        try (var file = new GZIPInputStream(Files.newInputStream(FILE))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
