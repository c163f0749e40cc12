package dev.slipway.commandline;

import dev.slipway.blueprint.BlueprintFiles;
import dev.slipway.blueprint.VersionDiff;
import dev.slipway.blueprint.source.Diagnostics;
import dev.slipway.blueprint.source.YamlReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Two folders, and what is different between them. */
record Compared(BlueprintFolder older, BlueprintFolder newer, VersionDiff diff) {

    static Compared of(Path older, Path newer) {
        var before = BlueprintFolder.read(older);
        var after = BlueprintFolder.read(newer);
        readable(before);
        readable(after);
        return new Compared(before, after, VersionDiff.between(before.files(), after.files()));
    }

    /** They need not compile, but of a file that is no YAML nothing can be told. */
    private static void readable(BlueprintFolder folder) {
        var diagnostics = new Diagnostics();
        YamlReader.read(folder.path(BlueprintFiles.BLUEPRINT), folder.files().blueprint(), diagnostics);
        if (diagnostics.hasErrors()) {
            throw new UnusableFileException(diagnostics.inOrder().getFirst().toString());
        }
    }

    /** The lines that differ, by file. */
    Map<String, UnifiedDiff> files() {
        var paths = new TreeMap<>(older.files().byPath());
        paths.putAll(newer.files().byPath());
        var differing = new TreeMap<String, UnifiedDiff>();
        for (var path : paths.keySet()) {
            var diff = UnifiedDiff.of(path, older, newer);
            if (!diff.isEmpty()) {
                differing.put(path, diff);
            }
        }
        return differing;
    }
}
