package dev.slipway.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * The style sheets and scripts that every page links: all files directly under {@code css} and {@code js}, in the
 * order of their names. They are sent as one file each, which compresses to half of what they do one by one; in
 * development they stay apart.
 */
@Component("assets")
public final class Assets {

    private static final String HTMX_CONFIG = """
            {"allowEval":false,"includeIndicatorStyles":false,"historyRestoreAsHxRequest":false,\
            "responseHandling":[{"code":"204","swap":false},{"code":"[23]..","swap":true},\
            {"code":"422","swap":true},{"code":"[45]..","swap":false,"error":true}]}""";

    private static final Pattern FONT = Pattern.compile("url\\(\"\\.\\.(/[^\"]+)\"\\)");

    private final ResourcePatternResolver resources;
    private final ResourceUrlProvider urls;
    private final boolean together;
    private final Supplier<Bundle> styles = SingletonSupplier.of(this::bundleStyles);
    private final Supplier<Bundle> scripts = SingletonSupplier.of(this::bundleScripts);

    Assets(ResourcePatternResolver resources, ResourceUrlProvider urls, ShellSettings settings) {
        this.resources = resources;
        this.urls = urls;
        this.together = settings.bundle();
    }

    public List<String> stylesheets() {
        return together ? List.of(styles.get().path("css")) : paths("css");
    }

    public List<String> scripts() {
        return together ? List.of(scripts.get().path("js")) : paths("js");
    }

    /** How htmx behaves on every page: nothing is evaluated, and a form that came back wrong is shown. */
    public String htmxConfig() {
        return HTMX_CONFIG;
    }

    Bundle styles() {
        return styles.get();
    }

    Bundle script() {
        return scripts.get();
    }

    private Bundle bundleStyles() {
        var text = files("css").map(Assets::text).collect(Collectors.joining("\n"));
        return Bundle.of(
                Minify.styles(FONT.matcher(text).replaceAll(match -> "url(\"" + address(match.group(1)) + "\")")));
    }

    /** Each module in a block of its own, so that names stay apart and one that fails stops no other. */
    private Bundle bundleScripts() {
        return Bundle.of(files("js")
                .map(file ->
                        "try {\n%s\n} catch (failure) { reportError(failure); }".formatted(Minify.script(text(file))))
                .collect(Collectors.joining("\n")));
    }

    private String address(String path) {
        return Objects.requireNonNullElse(urls.getForLookupPath(path), path);
    }

    private List<String> paths(String folder) {
        return files(folder)
                .map(file -> "/%s/%s".formatted(folder, file.getFilename()))
                .toList();
    }

    private Stream<Resource> files(String folder) {
        try {
            return Arrays.stream(resources.getResources("classpath*:static/%s/*.%s".formatted(folder, folder)))
                    .sorted(Comparator.comparing(file -> String.valueOf(file.getFilename())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Many files as one, named by what is in it. */
    record Bundle(String hash, String text) {

        static Bundle of(String text) {
            var digest = DigestUtils.md5Digest(text.getBytes(StandardCharsets.UTF_8));
            return new Bundle(HexFormat.of().formatHex(digest), text);
        }

        String path(String kind) {
            return "/%s/slipway-%s.%s".formatted(kind, hash, kind);
        }
    }
}
