package dev.slipway.catalog.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.blueprint.BlueprintFiles;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a file that people look at will look.
 *
 * @param html of a README
 * @param picture address of an icon: as an image, in which nothing runs and from which nothing is fetched
 */
record FileLook(@Nullable String html, @Nullable String picture) {

    static Optional<FileLook> of(String file, String text) {
        return switch (file) {
            case BlueprintFiles.README -> Optional.of(new FileLook(Readme.html(text), null));
            case BlueprintFiles.ICON -> Optional.of(new FileLook(null, "data:image/svg+xml;base64," + encoded(text)));
            default -> Optional.empty();
        };
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
