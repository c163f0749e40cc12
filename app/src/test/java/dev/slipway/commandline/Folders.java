package dev.slipway.commandline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Blueprints on the disk, for tests. */
final class Folders {

    static final String RIGHT = """
            apiVersion: slipway.dev/v1
            kind: Blueprint
            metadata: {name: hello}
            spec:
              version: 1.0.0
              title: Hello
              summary: A page
              owner: ai-platform
              parameters:
                type: object
                required: [greeting]
                properties:
                  greeting: {type: string, title: Greeting, maxLength: 20}
                  copies: {type: integer, title: Copies, minimum: 1, maximum: 3, default: 1}
              presets: [{name: polite, title: Polite, parameters: {greeting: Good day}}]
              resources:
                - id: page
                  forEach: [{n: "${range(parameters.copies)}"}]
                  template:
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: "${metadata.name}-${n}"}
                    data: {text: "${parameters.greeting}", kind: "${environment.kind}"}
            """;

    private Folders() {}

    static Path write(Path root, String name, String blueprint) {
        return write(root, name, blueprint, "");
    }

    static Path write(Path root, String name, String blueprint, String tests) {
        try {
            var folder = Files.createDirectories(root.resolve(name));
            Files.writeString(folder.resolve("blueprint.yaml"), blueprint);
            if (!tests.isEmpty()) {
                Files.createDirectories(folder.resolve("tests"));
                Files.writeString(folder.resolve("tests/all.yaml"), tests);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
