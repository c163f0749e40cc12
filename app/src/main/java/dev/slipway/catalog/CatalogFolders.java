package dev.slipway.catalog;

import dev.slipway.blueprint.BlueprintFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Reads the blueprint folders at a location, be it a directory or the jar. */
@Component
class CatalogFolders {

    private final PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
    private final String location;

    CatalogFolders(CatalogSettings settings) {
        this.location = settings.location();
    }

    /** By the folder's name. */
    SortedMap<String, BlueprintFiles> read() {
        var folders = new TreeMap<String, BlueprintFiles>();
        try {
            for (var blueprint : resolver.getResources(location + "*/" + BlueprintFiles.BLUEPRINT)) {
                var root = parent(blueprint.getURL().toString());
                folders.put(lastOf(root), files(root));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folders;
    }

    private BlueprintFiles files(String root) throws IOException {
        var byPath = new TreeMap<String, String>();
        for (var resource : resolver.getResources(location + lastOf(root) + "/**")) {
            var url = resource.getURL().toString();
            if (url.startsWith(root + "/") && isText(url) && resource.isReadable()) {
                byPath.put(url.substring(root.length() + 1), text(resource));
            }
        }
        return new BlueprintFiles(byPath);
    }

    private static boolean isText(String url) {
        return url.endsWith(".yaml") || url.endsWith(".md") || url.endsWith(".svg");
    }

    private static String text(Resource resource) throws IOException {
        return resource.getContentAsString(StandardCharsets.UTF_8);
    }

    private static String parent(String url) {
        return url.substring(0, url.lastIndexOf('/'));
    }

    private static String lastOf(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
