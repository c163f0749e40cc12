package dev.slipway.catalog.web;

import dev.slipway.blueprint.BlueprintFiles;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the form of a draft sends: one file, and where it was begun.
 *
 * @param revision of the draft that the text was made from; 0 while there is none
 * @param preset whose values are tried; empty for the first
 * @param values of the form that developers see, typed over those of the preset
 */
record Edit(String file, String text, long revision, String preset, Map<String, List<String>> values) {

    private static final String VALUE = "parameters.";

    Edit {
        file = file.isBlank() ? BlueprintFiles.BLUEPRINT : file;
        text = text.replace("\r\n", "\n");
        values = Map.copyOf(values);
    }

    /** What a form sends of the parameters, under their own names. */
    static Map<String, List<String>> values(Map<String, List<String>> sent) {
        return sent.entrySet().stream()
                .filter(each -> each.getKey().startsWith(VALUE))
                .collect(Collectors.toMap(each -> each.getKey().substring(VALUE.length()), Map.Entry::getValue));
    }

    Edit at(long newer) {
        return new Edit(file, text, newer, preset, values);
    }

    Edit with(String other) {
        return new Edit(file, other, revision, preset, values);
    }

    BlueprintFiles in(BlueprintFiles files) {
        return files.with(file, text);
    }
}
