package dev.slipway.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The Java sources of the portal. */
final class Sources {

    private static final Path ROOT = Path.of("src/main/java");

    private Sources() {}

    static String of(Class<?> outermost) {
        return read(ROOT.resolve(outermost.getName().replace('.', '/') + ".java"));
    }

    static List<String> all() {
        try (var files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(Sources::read)
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
