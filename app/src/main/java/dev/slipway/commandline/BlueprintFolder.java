package dev.slipway.commandline;

import dev.slipway.blueprint.BlueprintFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;

/**
 * A blueprint as it lies on the disk.
 *
 * @param place as it was written on the command line
 */
record BlueprintFolder(Path place, BlueprintFiles files) {

    /** Whoever writes more than the language reads is told so by the language. */
    private static final int MOST_BYTES = 2 * 1024 * 1024;

    static BlueprintFolder read(Path place) {
        if (!Files.isDirectory(place)) {
            throw new UnusableFileException("There is no folder %s.".formatted(place));
        }
        if (!Files.isRegularFile(place.resolve(BlueprintFiles.BLUEPRINT))) {
            throw new UnusableFileException("%s is no blueprint: it has no blueprint.yaml.".formatted(place));
        }
        var byPath = new TreeMap<String, String>();
        for (var path : new String[] {BlueprintFiles.BLUEPRINT, BlueprintFiles.README, BlueprintFiles.ICON}) {
            if (Files.isRegularFile(place.resolve(path))) {
                byPath.put(path, text(place.resolve(path)));
            }
        }
        var tests = place.resolve(BlueprintFiles.TESTS);
        if (Files.isDirectory(tests)) {
            try (var files = Files.list(tests)) {
                files.filter(file -> file.toString().endsWith(".yaml"))
                        .forEach(file -> byPath.put(BlueprintFiles.TESTS + file.getFileName(), text(file)));
            } catch (IOException e) {
                throw new UnusableFileException("%s cannot be read: %s.".formatted(tests, e.getMessage()), e);
            }
        }
        return new BlueprintFolder(place, new BlueprintFiles(byPath));
    }

    static String text(Path file) {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UnusableFileException("%s cannot be read: %s.".formatted(file, e.getMessage()), e);
        }
    }

    /** A file of it as reports name it, with slashes on every system. */
    String path(String file) {
        var folder = place.toString().replace('\\', '/');
        return folder.isEmpty() || folder.equals(".") ? file : folder.replaceAll("/+$", "") + "/" + file;
    }
}
