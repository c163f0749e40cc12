package dev.slipway.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The style sheets and scripts that every page links: all files directly under {@code css} and {@code js}. */
@Component
final class Assets {

    static final String HTMX_CONFIG = """
            {"allowEval":false,"includeIndicatorStyles":false,"historyRestoreAsHxRequest":false,\
            "responseHandling":[{"code":"204","swap":false},{"code":"[23]..","swap":true},\
            {"code":"4(09|22)","swap":true},{"code":"[45]..","swap":true,"error":true}]}""";

    private final List<String> stylesheets;
    private final List<String> scripts;

    Assets(ResourcePatternResolver resources) {
        this.stylesheets = files(resources, "css");
        this.scripts = files(resources, "js");
    }

    List<String> stylesheets() {
        return stylesheets;
    }

    List<String> scripts() {
        return scripts;
    }

    private static List<String> files(ResourcePatternResolver resources, String folder) {
        try {
            return names(resources.getResources("classpath*:static/%s/*.%s".formatted(folder, folder)))
                    .map(name -> "/%s/%s".formatted(folder, name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> names(Resource[] files) {
        return Arrays.stream(files)
                .map(Resource::getFilename)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .sorted();
    }
}
