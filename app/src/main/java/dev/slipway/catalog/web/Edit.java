package dev.slipway.catalog.web;

import dev.slipway.blueprint.BlueprintFiles;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the form of a draft sends: one file, and where it was begun.
 *
 * @param revision of the draft that the text was made from; 0 while there is none
 * @param preset whose values are tried; empty for the first
 */
record Edit(String file, String text, long revision, String preset) {

    Edit {
        file = file.isBlank() ? BlueprintFiles.BLUEPRINT : file;
        text = text.replace("\r\n", "\n");
    }

    Edit at(long newer) {
        return new Edit(file, text, newer, preset);
    }

    Edit with(String other) {
        return new Edit(file, other, revision, preset);
    }

    BlueprintFiles in(BlueprintFiles files) {
        var byPath = new TreeMap<>(files.byPath());
        byPath.put(file, text);
        return new BlueprintFiles((Map<String, String>) byPath);
    }
}
