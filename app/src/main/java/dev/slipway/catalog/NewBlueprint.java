package dev.slipway.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.blueprint.BlueprintFiles;
import dev.slipway.blueprint.Descriptor;
import dev.slipway.kernel.InvalidException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/** What a blueprint that is new begins as: small, and right as it stands. */
final class NewBlueprint {

    private static final String FIRST_TEST = BlueprintFiles.TESTS + "first.yaml";

    private NewBlueprint() {}

    /** @throws InvalidException {@code no-blueprint-name} when no blueprint can be called that */
    static BlueprintFiles called(String name) {
        if (!Descriptor.isName(name)) {
            throw new InvalidException(
                    "no-blueprint-name",
                    "A name has 2 to 40 small letters, digits and hyphens; it begins with a letter and ends with none of the hyphens.",
                    "name");
        }
        var files = new TreeMap<String, String>();
        Stream.of(BlueprintFiles.BLUEPRINT, BlueprintFiles.README, FIRST_TEST)
                .forEach(path -> files.put(
                        path, text(path).replace("blueprint-name", name).replace("Blueprint title", title(name))));
        return new BlueprintFiles(files);
    }

    private static String title(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1).replace('-', ' ');
    }

    private static String text(String path) {
        try {
            return new ClassPathResource("catalog/new-blueprint/" + path).getContentAsString(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
