package dev.slipway.commandline;

import dev.slipway.blueprint.source.Diagnostics;
import dev.slipway.blueprint.source.YamlNode;
import dev.slipway.blueprint.source.YamlReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file with a mapping of values, in YAML and therefore in JSON too. */
final class ParametersFile {

    private ParametersFile() {}

    /** What is in it; nothing where no file is named. */
    static Map<String, Object> read(@Nullable Path file) {
        if (file == null) {
            return Map.of();
        }
        var diagnostics = new Diagnostics();
        var document = YamlReader.read(file.toString(), BlueprintFolder.text(file), diagnostics);
        if (diagnostics.hasErrors()) {
            throw new UnusableFileException(diagnostics.inOrder().getFirst().toString());
        }
        if (document.isPresent() && document.get() instanceof YamlNode.Mapping mapping) {
            return values(mapping);
        }
        throw new UnusableFileException("%s has no mapping of names to values.".formatted(file));
    }

    private static Map<String, Object> values(YamlNode.Mapping mapping) {
        var values = new LinkedHashMap<String, Object>();
        mapping.plain().forEach((name, value) -> {
            if (value != null) {
                values.put(name, value);
            }
        });
        return values;
    }
}
